// SPDX-License-Identifier: MIT
'use strict';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function invalidCharacter(message) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, 'InvalidCharacterError');
}

function requireInput(count) {
  if (count === 0) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('input');
}

/** Base64 of bytes given by length and accessor, padded with "=". */
function encodeBytes(length, byteAt) {
  let output = '';
  for (let i = 0; i < length; i += 3) {
    const left = length - i;
    const bits = (byteAt(i) << 16) | ((left > 1 ? byteAt(i + 1) : 0) << 8) | (left > 2 ? byteAt(i + 2) : 0);
    output += alphabet[bits >> 18] + alphabet[(bits >> 12) & 63];
    output += left > 1 ? alphabet[(bits >> 6) & 63] : '=';
    output += left > 2 ? alphabet[bits & 63] : '=';
  }
  return output;
}

/** Base64 of a string whose characters are bytes. */
function btoa(input) {
  requireInput(arguments.length);
  const text = `${input}`;
  if (/[^\x00-\xff]/.test(text)) throw invalidCharacter('Invalid character');
  return encodeBytes(text.length, (i) => text.charCodeAt(i));
}

function decodeGroups(digits) {
  const codes = [];
  let bits = 0;
  let count = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    codes.push(String.fromCharCode((bits >> count) & 0xff));
  }
  return codes.join('');
}

/** The string of bytes that Base64 text stands for, by the forgiving rules of the Infra Standard. */
function atob(input) {
  requireInput(arguments.length);
  const text = `${input}`.replace(/[\t\n\f\r ]/g, '');
  const digits = text.replace(/={1,2}$/, '');
  if (/[^A-Za-z0-9+/]/.test(digits)) throw invalidCharacter('Invalid character');
  const rest = digits.length % 4;
  if (rest === 1) throw invalidCharacter('The string to be decoded is not correctly encoded.');
  if (digits.length !== text.length && text.length % 4 !== 0) throw invalidCharacter('Invalid character');
  return decodeGroups(digits);
}

module.exports = { atob, btoa, encodeBytes };
