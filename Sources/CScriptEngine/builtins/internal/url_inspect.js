// SPDX-License-Identifier: MIT
'use strict';

const colorSequence = /\u001b\[\d\d?m/g;

function itemOptions(options, depth) {
  return typeof depth === 'number' ? { ...options, depth: depth - 1 } : options;
}

function visibleLength(parts) {
  let length = -2;
  for (const part of parts) length += part.replace(colorSequence, '').length + 2;
  return length;
}

/** Inspect text of a URLSearchParams, given its flat list of names and values. */
function formatSearchParams(params, list, depth, options, inspect) {
  if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
  const inner = itemOptions(options, depth);
  const parts = [];
  for (let i = 0; i < list.length; i += 2) parts.push(`${inspect(list[i], inner)} => ${inspect(list[i + 1], inner)}`);
  const name = params.constructor.name;
  if (parts.length === 0) return `${name} {}`;
  if (visibleLength(parts) > options.breakLength) return `${name} {\n  ${parts.join(',\n  ')} }`;
  return `${name} { ${parts.join(', ')} }`;
}

/** Inspect text of a URLSearchParams iterator, given the items still to come. */
function formatIterator(items, depth, options, inspect) {
  if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
  const inner = itemOptions(options, depth);
  const parts = items.map((item) => inspect(item, inner));
  // One line or several as an array of the items would be.
  if (inspect(items, inner).includes('\n')) return `URLSearchParams Iterator {\n  ${parts.join(',\n  ')} }`;
  return `URLSearchParams Iterator { ${parts.join(', ')} }`;
}

const fields = [
  'href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search',
  'searchParams', 'hash',
];

/** Inspect text of a URL; the URL itself, to be shown as an object, when the depth is used up. */
function formatURL(url, depth, options, inspect) {
  if (typeof depth === 'number' && depth < 0) return url;
  const shown = {};
  for (const field of fields) shown[field] = url[field];
  return `${url.constructor.name} ${inspect(shown, options)}`;
}

module.exports = { formatIterator, formatSearchParams, formatURL };
