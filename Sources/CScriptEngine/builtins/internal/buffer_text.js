// SPDX-License-Identifier: MIT
'use strict';

// Buffers to text and back: toString, write, and the slice and write methods of each encoding.

const { nativeError } = require('internal/errors');
const {
  ascii, base64, base64url, decode, encodeInto, encodingOf, hex, latin1, utf16le, utf8,
} = require('internal/buffer_encodings');
const { validateInteger } = require('internal/validators');

const { trunc } = Math;

function requireText(text) {
  if (typeof text !== 'string') throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
}

// What Node's native code makes of an index: a number that is not negative.
function indexOr(value, fallback) {
  if (value === undefined) return fallback;
  const index = trunc(+value) || 0;
  if (index < 0) throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range');
  return index;
}

function sliceText(buffer, encoding, start, end) {
  const { length } = buffer;
  if (length === 0) return '';
  const from = indexOr(start, 0);
  const to = Math.max(from, indexOr(end, length));
  if (to > length) {
    if (from > length || end !== undefined) throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range');
  }
  return decode(buffer, encoding, from, to);
}

function writeText(buffer, encoding, text, offset, length) {
  requireText(text);
  const from = indexOr(offset, 0);
  if (from > buffer.length) {
    throw nativeError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
  }
  const room = buffer.length - from;
  return encodeInto(text, encoding, buffer, from, Math.min(room, indexOr(length, room)));
}

function toString(encoding, start, end) {
  const { length } = this;
  if (arguments.length === 0) return decode(this, utf8, 0, length);
  let from = 0;
  if (start >= length) return '';
  if (start > 0) from = trunc(start) || 0;
  const to = end === undefined || end > length ? length : trunc(end) || 0;
  if (to <= from) return '';
  return decode(this, encoding === undefined ? utf8 : encodingOf(encoding), from, to);
}

const methods = {
  toString,

  write(string, offset, length, encoding) {
    if (offset === undefined) return writeText(this, utf8, string, 0, this.length);
    let name = encoding;
    let at = 0;
    let room = this.length;
    if (length === undefined && typeof offset === 'string') {
      name = offset;
    } else {
      validateInteger(offset, 'offset', 0, this.length);
      at = offset;
      room -= at;
      if (typeof length === 'string') {
        name = length;
      } else if (length !== undefined) {
        validateInteger(length, 'length', 0, this.length);
        room = Math.min(room, length);
      }
    }
    return writeText(this, name ? encodingOf(name) : utf8, string, at, room);
  },

  asciiSlice(start, end) { return sliceText(this, ascii, start, end); },
  base64Slice(start, end) { return sliceText(this, base64, start, end); },
  base64urlSlice(start, end) { return sliceText(this, base64url, start, end); },
  latin1Slice(start, end) { return sliceText(this, latin1, start, end); },
  hexSlice(start, end) { return sliceText(this, hex, start, end); },
  ucs2Slice(start, end) { return sliceText(this, utf16le, start, end); },
  utf8Slice(start, end) { return sliceText(this, utf8, start, end); },

  asciiWrite(string, offset, length) { return writeText(this, latin1, string, offset, length); },
  base64Write(string, offset, length) { return writeText(this, base64, string, offset, length); },
  base64urlWrite(string, offset, length) { return writeText(this, base64url, string, offset, length); },
  latin1Write(string, offset, length) { return writeText(this, latin1, string, offset, length); },
  hexWrite(string, offset, length) { return writeText(this, hex, string, offset, length); },
  ucs2Write(string, offset, length) { return writeText(this, utf16le, string, offset, length); },
  utf8Write(string, offset, length) { return writeText(this, utf8, string, offset, length); },

  toLocaleString: toString,
};

module.exports = { methods };
