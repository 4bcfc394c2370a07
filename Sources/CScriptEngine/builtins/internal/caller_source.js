// SPDX-License-Identifier: MIT
'use strict';

// The source text of the call that is running, for assertion messages that quote it.

const { callerLocation, sourceText } = binding;

const isNamePart = /[\w$.?]/;
const quotes = { "'": true, '"': true, '`': true };

// The end of the string, template or comment that begins at `index`, or `index` itself when none does.
function skipQuoted(text, index) {
  const quote = text[index];
  if (text.startsWith('//', index)) {
    const end = text.indexOf('\n', index);
    return end < 0 ? text.length : end;
  }
  if (text.startsWith('/*', index)) {
    const end = text.indexOf('*/', index + 2);
    return end < 0 ? text.length : end + 1;
  }
  if (quotes[quote] !== true) return index;
  for (let at = index + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

// The index behind the parenthesis that closes the first one opened at or after `start`.
function endOfCall(text, start) {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const after = skipQuoted(text, index);
    if (after !== index) {
      index = after;
      continue;
    }
    if (text[index] === '(') depth++;
    else if (text[index] === ')' && --depth === 0) return index + 1;
  }
  return -1;
}

/** The text of the nearest call in the program, from its callee to its closing parenthesis; undefined when unknown. */
function callerSource() {
  const match = /^(.*):(\d+):(\d+)$/.exec(callerLocation());
  if (match === null) return undefined;
  const text = sourceText(match[1]);
  if (typeof text !== 'string') return undefined;
  let index = 0;
  for (let line = 1; line < Number(match[2]); line++) {
    index = text.indexOf('\n', index) + 1;
    if (index === 0) return undefined;
  }
  let start = index + Number(match[3]) - 1;
  while (start > index && isNamePart.test(text[start - 1])) start--;
  const end = endOfCall(text, start);
  return end < 0 ? undefined : text.slice(start, end);
}

module.exports = { callerSource };
