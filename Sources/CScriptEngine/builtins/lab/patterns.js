// SPDX-License-Identifier: MIT
'use strict';

// Patterns of routes: 'GET /users/:id', '/health' for any method, 'POST https://pay.test/charges' for one host only,
// '/files/*' for all that is below.

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');

const form = /^(?:([A-Z]+|\*) +)?(https?:\/\/[^/?#\s]+)?(\/[^?#\s]*)$/;

function segmentsOf(path) {
  return path.split('/').slice(1);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads a pattern; `rank` is higher for the one that says more. */
function parsePattern(text, name = 'pattern') {
  validateString(text, name);
  const match = form.exec(text);
  if (match === null) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, text,
      "must be a path with or without a method, as 'GET /users/:id', '/health' or 'GET https://api.test/files/*'");
  }
  const { 1: method, 2: origin, 3: path } = match;
  const segments = segmentsOf(path);
  let rank = (origin === undefined ? 0 : 1000) + (method === undefined || method === '*' ? 0 : 500);
  for (let index = 0; index < segments.length; index++) {
    if (segments[index] === '*' && index === segments.length - 1) rank -= 1;
    else rank += segments[index].startsWith(':') ? 1 : 3;
  }
  return { text, method: method === '*' ? undefined : method, origin: origin?.toLowerCase(), segments, rank };
}

/** The parameters with which a request fits a pattern; undefined when it does not. */
function matchPattern(pattern, method, origin, segments) {
  if (pattern.method !== undefined && pattern.method !== method) return undefined;
  if (pattern.origin !== undefined && pattern.origin !== origin) return undefined;
  const params = {};
  const wanted = pattern.segments;
  for (let index = 0; index < wanted.length; index++) {
    const segment = wanted[index];
    if (segment === '*' && index === wanted.length - 1) {
      params['*'] = segments.slice(index).map(decode).join('/');
      return params;
    }
    if (index >= segments.length) return undefined;
    if (segment.startsWith(':') && segments[index] !== '') params[segment.slice(1)] = decode(segments[index]);
    else if (segment !== segments[index]) return undefined;
  }
  return wanted.length === segments.length ? params : undefined;
}

/** Patterns with what belongs to each, of which the one that says most decides. */
class PatternTable {
  #entries = [];
  #byRank = [];

  /** Adds an entry, in the place of an earlier one with the same pattern. */
  set(text, value, name) {
    const pattern = parsePattern(text, name);
    const entry = { pattern, value };
    const index = this.#entries.findIndex((each) => each.pattern.text === text);
    if (index >= 0) this.#entries[index] = entry;
    else this.#entries.push(entry);
    this.#byRank = [...this.#entries].sort((first, second) => second.pattern.rank - first.pattern.rank);
  }

  /** What fits a request: `{ value, params }`; undefined when nothing does. */
  find(method, origin, path) {
    const segments = segmentsOf(path);
    for (let index = 0; index < this.#byRank.length; index++) {
      const { pattern, value } = this.#byRank[index];
      const params = matchPattern(pattern, method, origin, segments);
      if (params !== undefined) return { value, params };
    }
    return undefined;
  }

  /** The patterns, as they were written and in that order. */
  get names() {
    return this.#entries.map((each) => each.pattern.text);
  }
}

module.exports = { PatternTable, parsePattern };
