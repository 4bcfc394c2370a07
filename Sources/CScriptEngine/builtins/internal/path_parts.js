// SPDX-License-Identifier: MIT
'use strict';

// The steps that paths of both systems share, given text without its root.

/** Resolves "." and ".." in a list of segments; ".." past the start is kept when `allowAboveRoot`. */
function normalizeSegments(segments, allowAboveRoot) {
  const output = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') output.push(segment);
    else if (output.length > 0 && output[output.length - 1] !== '..') output.pop();
    else if (allowAboveRoot) output.push('..');
  }
  return output;
}

/** The bounds of the last segment of `path`, looking no further back than `start` and past trailing separators. */
function lastSegment(path, start, isSeparator) {
  let end = path.length;
  while (end > start && isSeparator(path[end - 1])) end--;
  let begin = end;
  while (begin > start && !isSeparator(path[begin - 1])) begin--;
  return { begin, end };
}

/** Index of the dot that starts the extension of a base name, its length when there is none. */
function extensionIndex(base) {
  const dot = base.lastIndexOf('.');
  return dot <= 0 || base === '..' ? base.length : dot;
}

/** What `basename` answers for the last segment of `path`, past a drive that ends at `start`, and a suffix. */
function withoutSuffix(path, start, base, suffix) {
  if (suffix === undefined || suffix === '') return base;
  if (suffix === path) return '';
  // A quirk of Node's: a path of separators only has an empty base name, unless a suffix is asked for.
  if (base === '' && suffix.length <= path.length) return path.slice(start);
  return base !== suffix && base.endsWith(suffix) ? base.slice(0, base.length - suffix.length) : base;
}

/** The object that `parse` gives for a path whose root ends at `rootEnd`. */
function parseParts(path, rootEnd, isSeparator) {
  const root = path.slice(0, rootEnd);
  const { begin, end } = lastSegment(path, rootEnd, isSeparator);
  const base = path.slice(begin, end);
  const dot = extensionIndex(base);
  const dir = begin > rootEnd ? path.slice(0, begin - 1) : root;
  return { root, dir, base, ext: base.slice(dot), name: base.slice(0, dot) };
}

/** Joins the parts that `parse` gives; `dir` wins over `root`, `base` over `name` and `ext`. */
function formatParts(separator, parts) {
  require('internal/validators').validateObject(parts, 'pathObject');
  const dir = parts.dir || parts.root;
  const dot = parts.ext && parts.ext[0] !== '.' ? '.' : '';
  const base = parts.base || `${parts.name || ''}${dot}${parts.ext || ''}`;
  if (!dir) return base;
  return dir === parts.root ? `${dir}${base}` : `${dir}${separator}${base}`;
}

/** The way from one list of segments to another, where `same` compares two segments. */
function relativeSegments(from, to, same) {
  let common = 0;
  while (common < from.length && common < to.length && same(from[common], to[common])) common++;
  return [...Array(from.length - common).fill('..'), ...to.slice(common)];
}

module.exports = {
  extensionIndex, formatParts, lastSegment, normalizeSegments, parseParts, relativeSegments, withoutSuffix,
};
