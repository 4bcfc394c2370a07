// SPDX-License-Identifier: MIT
'use strict';

const { charCodeAt, includes, indexOf, regExpExec, slice } = require('internal/intrinsics');

const introducer = /[\x1b\x9b]/;
const prefixCharacters = '[]()#;?';
const operatingSystemText = /^[a-zA-Z\d]*(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*(?:\x07|\x1b\\|\x9c)/;
const finalCharacter = /[\dA-PR-TZcf-nq-uy=><~]/;
const maxParameterDigits = 4;

function isDigit(text, at) {
  const code = charCodeAt(text, at);
  return code >= 0x30 && code <= 0x39;
}

// Parameters are runs of at most four digits separated by semicolons; a final character ends the sequence. Where none
// follows, the last digit serves as one, so that a cut-off sequence disappears as far as it can be understood.
function endOfParameters(text, start) {
  let at = start;
  let lastDigit = -1;
  let digits = 0;
  while (at < text.length) {
    if (isDigit(text, at)) {
      if (digits === maxParameterDigits) break;
      digits++;
      lastDigit = at;
    } else if (text[at] === ';' && lastDigit !== -1) {
      digits = 0;
    } else {
      break;
    }
    at++;
  }
  if (at < text.length && regExpExec(finalCharacter, text[at]) !== null) return at + 1;
  return lastDigit === -1 ? -1 : lastDigit + 1;
}

function endOfSequence(text, start) {
  let at = start + 1;
  while (at < text.length && includes(prefixCharacters, text[at])) at++;
  const system = regExpExec(operatingSystemText, slice(text, at));
  if (system !== null) return at + system[0].length;
  return endOfParameters(text, at);
}

/** Removes terminal control sequences (colours, cursor movement, hyperlinks, titles) from the text. */
function stripControlSequences(text) {
  if (regExpExec(introducer, text) === null) return text;
  let result = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = charCodeAt(text, at);
    if (code !== 0x1b && code !== 0x9b) continue;
    const end = endOfSequence(text, at);
    if (end === -1) continue;
    result += slice(text, start, at);
    start = end;
    at = end - 1;
  }
  return result + slice(text, start);
}

/** Length of the text without its colour codes (`ESC [ n m`, at most two digits). */
function lengthWithoutColors(text) {
  let length = text.length;
  for (let at = indexOf(text, '\x1b['); at !== -1; at = indexOf(text, '\x1b[', at + 2)) {
    if (!isDigit(text, at + 2)) continue;
    const digits = isDigit(text, at + 3) ? 2 : 1;
    if (text[at + 2 + digits] === 'm') length -= digits + 3;
  }
  return length;
}

/** `util.stripVTControlCharacters`: the text without terminal control sequences; only strings are accepted. */
function stripVTControlCharacters(str) {
  if (typeof str !== 'string') require('internal/validators').validateString(str, 'str');
  return stripControlSequences(str);
}

module.exports = { lengthWithoutColors, stripControlSequences, stripVTControlCharacters };
