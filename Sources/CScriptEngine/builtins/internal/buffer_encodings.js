// SPDX-License-Identifier: MIT
'use strict';

// The encodings of Buffer by name, and strings as bytes. The numbers are those of Encoding.cpp.

const { apply, toLowerCase } = require('internal/intrinsics');
const { codes } = require('internal/errors');
const { encodeInto, decodeBytes, utf8Length } = binding;

const utf8 = 0;
const utf16le = 1;
const latin1 = 2;
const ascii = 3;
const hex = 4;
const base64 = 5;
const base64url = 6;

const numbers = {
  __proto__: null,
  utf8, 'utf-8': utf8, utf16le, 'utf-16le': utf16le, ucs2: utf16le, 'ucs-2': utf16le, latin1, binary: latin1, ascii,
  hex, base64, base64url,
};
const maxStringLength = 536870888;
const charCodeAt = String.prototype.charCodeAt;

/** The number of an encoding; undefined when there is none of that name. */
function findEncoding(name) {
  const text = `${name}`;
  return numbers[text] ?? numbers[toLowerCase(text)];
}

/** The number of an encoding, which has to exist. */
function encodingOf(name) {
  const encoding = findEncoding(name);
  if (encoding === undefined) throw new codes.ERR_UNKNOWN_ENCODING(name);
  return encoding;
}

/** How many bytes a string takes; for hex and Base64 at most, since they may hold what is no digit. */
function encodedLength(text, encoding) {
  const { length } = text;
  switch (encoding) {
    case utf8: return utf8Length(text);
    case utf16le: return length * 2;
    case hex: return length >>> 1;
    case base64:
    case base64url: {
      let digits = length;
      if (digits > 0 && apply(charCodeAt, text, [digits - 1]) === 61) digits--;
      if (digits > 1 && apply(charCodeAt, text, [digits - 1]) === 61) digits--;
      return Math.floor(digits * 3 / 4);
    }
    default: return length;
  }
}

/** The text that a part of a view stands for. */
function decode(view, encoding, start, end) {
  const length = end - start;
  let characters = length;
  if (encoding === hex) characters = length * 2;
  else if (encoding === base64) characters = Math.ceil(length / 3) * 4;
  else if (encoding === utf16le) characters = length / 2;
  if (characters > maxStringLength) throw new codes.ERR_STRING_TOO_LONG(maxStringLength);
  return decodeBytes(view, encoding, start, end);
}

module.exports = {
  ascii, base64, base64url, decode, encodeInto, encodedLength, encodingOf, findEncoding, hex, latin1, maxStringLength,
  utf16le, utf8,
};
