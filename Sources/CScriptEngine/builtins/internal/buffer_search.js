// SPDX-License-Identifier: MIT
'use strict';

// Searching a buffer for a byte, a text or other bytes, from the left or from the right.

const { codes } = require('internal/errors');
const { allocate, isBytes } = require('internal/buffer_memory');
const { encodeInto, encodedLength, encodingOf, utf16le, utf8 } = require('internal/buffer_encodings');
const { findBytes } = binding;

const { max, min, trunc } = Math;

function encoded(text, encoding) {
  const bytes = allocate(encodedLength(text, encoding));
  const written = encodeInto(text, encoding, bytes, 0, bytes.length);
  return written === bytes.length ? bytes : new Uint8Array(bytes.buffer, 0, written);
}

// Where the search starts; -1 when it cannot find anything from there.
function startOf(length, offset, needleLength, isForward) {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return isForward || needleLength === 0 ? 0 : -1;
  }
  if (offset + needleLength <= length) return offset;
  if (needleLength === 0) return length;
  return isForward ? -1 : length - 1;
}

// A text in UTF-16 is looked for in whole units, so an odd byte at the end does not count.
function findIn(buffer, needle, offset, isForward, step, length = buffer.length) {
  const start = startOf(length, offset, needle.length, isForward);
  if (start === -1 || needle.length === 0) return start;
  if (isForward && start + needle.length > length || step === 2 && needle.length < 2) return -1;
  return findBytes(buffer, needle, start - start % step, isForward, step);
}

function offsetOf(buffer, byteOffset, isForward) {
  const number = typeof byteOffset === 'string' ? NaN : +byteOffset;
  if (number !== number) return isForward ? 0 : buffer.length;
  return trunc(max(-0x80000000, min(0x7fffffff, number)));
}

function search(buffer, value, byteOffset, encoding, isForward) {
  if (!isBytes(buffer)) throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  const offset = offsetOf(buffer, byteOffset, isForward);
  const name = typeof byteOffset === 'string' ? byteOffset : encoding;
  if (typeof value === 'number') return findIn(buffer, new Uint8Array([value]), offset, isForward, 1);
  const isText = typeof value === 'string';
  if (!isText && !isBytes(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  }
  const kind = name === undefined ? utf8 : encodingOf(name);
  const step = kind === utf16le ? 2 : 1;
  if (!isText) return findIn(buffer, value, offset, isForward, step);
  return findIn(buffer, encoded(value, kind), offset, isForward, step, buffer.length - buffer.length % step);
}

const methods = {
  indexOf(value, byteOffset, encoding) {
    return search(this, value, byteOffset, encoding, true);
  },

  lastIndexOf(value, byteOffset, encoding) {
    return search(this, value, byteOffset, encoding, false);
  },

  includes(value, byteOffset, encoding) {
    return search(this, value, byteOffset, encoding, true) !== -1;
  },
};

module.exports = { methods };
