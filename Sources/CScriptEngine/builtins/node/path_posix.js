// SPDX-License-Identifier: MIT
'use strict';

const { validateString } = require('internal/validators');
const parts = require('internal/path_parts');

const isSeparator = (character) => character === '/';

function normalizeTail(path, isAbsolute) {
  return parts.normalizeSegments(path.split('/'), !isAbsolute).join('/');
}

const posix = {
  /** The absolute path the arguments lead to from the current directory. */
  resolve(...args) {
    let path = '';
    let isAbsolute = false;
    for (let i = args.length - 1; i >= 0 && !isAbsolute; i--) {
      validateString(args[i], `paths[${i}]`);
      if (args[i] === '') continue;
      path = `${args[i]}/${path}`;
      isAbsolute = args[i][0] === '/';
    }
    if (!isAbsolute) {
      const directory = binding.cwd();
      path = `${directory}/${path}`;
      isAbsolute = directory[0] === '/';
    }
    const tail = normalizeTail(path, isAbsolute);
    return isAbsolute ? `/${tail}` : tail || '.';
  },

  /** The path without ".", "a/.." and doubled separators. */
  normalize(path) {
    validateString(path, 'path');
    if (path === '') return '.';
    const isAbsolute = path[0] === '/';
    const endsInSeparator = path.endsWith('/');
    let tail = normalizeTail(path, isAbsolute);
    if (tail === '') {
      if (isAbsolute) return '/';
      return endsInSeparator ? './' : '.';
    }
    if (endsInSeparator) tail += '/';
    return isAbsolute ? `/${tail}` : tail;
  },

  /** Whether the path starts at the root. */
  isAbsolute(path) {
    validateString(path, 'path');
    return path[0] === '/';
  },

  /** The arguments joined by separators, normalized. */
  join(...args) {
    const given = [];
    for (const arg of args) {
      validateString(arg, 'path');
      if (arg !== '') given.push(arg);
    }
    return given.length === 0 ? '.' : posix.normalize(given.join('/'));
  },

  /** The path that leads from one path to another. */
  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    const segments = (path) => posix.resolve(path).split('/').filter((segment) => segment !== '');
    return parts.relativeSegments(segments(from), segments(to), (a, b) => a === b).join('/');
  },

  /** The path itself: namespaced paths are a matter of Windows. */
  toNamespacedPath(path) {
    return path;
  },

  /** The path without its last segment. */
  dirname(path) {
    validateString(path, 'path');
    if (path === '') return '.';
    let end = path.length;
    while (end > 1 && path[end - 1] === '/') end--;
    const separator = path.lastIndexOf('/', end - 1);
    if (separator === -1) return '.';
    if (separator === 0) return '/';
    return separator === 1 && path[0] === '/' ? '//' : path.slice(0, separator);
  },

  /** The last segment of the path, without `suffix`. */
  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const { begin, end } = parts.lastSegment(path, 0, isSeparator);
    return parts.withoutSuffix(path, 0, path.slice(begin, end), suffix);
  },

  /** The extension of the last segment, from its last dot on. */
  extname(path) {
    validateString(path, 'path');
    const { begin, end } = parts.lastSegment(path, 0, isSeparator);
    const base = path.slice(begin, end);
    return base.slice(parts.extensionIndex(base));
  },

  /** The path made of an object such as `parse` gives. */
  format: parts.formatParts.bind(null, '/'),

  /** The root, directory, base name, extension and name of the path. */
  parse(path) {
    validateString(path, 'path');
    const result = parts.parseParts(path, path[0] === '/' ? 1 : 0, isSeparator);
    // A quirk of Node's: right behind the root, ".." counts as a name with an extension.
    if (/^\/\.\.\/*$/.test(path)) result.name = result.ext = '.';
    return result;
  },

  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};

posix.posix = posix;
posix._makeLong = posix.toNamespacedPath;
// Only who asks for Windows paths loads them.
Object.defineProperty(posix, 'win32', {
  configurable: true,
  enumerable: true,
  get: () => require('node:path/win32'),
});

module.exports = posix;
