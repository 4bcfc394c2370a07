// SPDX-License-Identifier: MIT
'use strict';

const { validateString } = require('internal/validators');

const quotes = ['"', "'", '`'];

// Reads the value that starts at `start`; returns it with the position after its line.
function readValue(text, start) {
  let position = start;
  while (text[position] === ' ' || text[position] === '\t') position++;
  const quote = text[position];
  if (quotes.includes(quote)) {
    const close = text.indexOf(quote, position + 1);
    if (close !== -1) {
      const raw = text.slice(position + 1, close);
      const lineEnd = text.indexOf('\n', close);
      // Only double quotes know an escape, and only this one.
      return [quote === '"' ? raw.replaceAll('\\n', '\n') : raw, lineEnd === -1 ? text.length : lineEnd + 1];
    }
  }
  let lineEnd = text.indexOf('\n', position);
  if (lineEnd === -1) lineEnd = text.length;
  let raw = text.slice(position, lineEnd);
  const comment = raw.indexOf('#');
  if (comment !== -1) raw = raw.slice(0, comment);
  return [raw.trim(), lineEnd + 1];
}

/** Parses the text of a `.env` file into an object. */
function parseEnv(content) {
  validateString(content, 'content');
  const text = content.replaceAll('\r\n', '\n').trim();
  const values = new Map();
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text[position])) {
      position++;
      continue;
    }
    const equals = text[position] === '#' ? -1 : text.indexOf('=', position);
    if (equals === -1) {
      const lineEnd = text.indexOf('\n', position);
      if (lineEnd === -1) break;
      position = lineEnd + 1;
      continue;
    }
    let key = text.slice(position, equals).trim();
    if (key.startsWith('export ')) key = key.slice(7).trim();
    const { 0: value, 1: after } = readValue(text, equals + 1);
    if (key !== '') values.set(key, value);
    position = after;
  }
  // Node keeps them in an ordered map.
  return Object.fromEntries([...values].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

module.exports = { parseEnv };
