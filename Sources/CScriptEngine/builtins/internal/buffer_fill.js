// SPDX-License-Identifier: MIT
'use strict';

// Buffer.prototype.fill: a byte, or a text or other bytes again and again.

const { typedArrayCopyWithin, typedArrayFill, typedArraySet } = require('internal/intrinsics');
const { codes } = require('internal/errors');
const { allocate, bytesBetween, kMaxLength } = require('internal/buffer_memory');
const { encodeInto, encodedLength, findEncoding, utf8 } = require('internal/buffer_encodings');
const { validateInteger, validateString } = require('internal/validators');

const { isView } = ArrayBuffer;

function encodingOf(name) {
  const encoding = name === undefined || name === null || name === '' ? utf8 : findEncodingOfText(name);
  if (encoding !== undefined) return encoding;
  throw new codes.ERR_UNKNOWN_ENCODING(name);
}

function findEncodingOfText(name) {
  validateString(name, 'encoding');
  return findEncoding(name);
}

function patternOf(value, encoding) {
  if (typeof value !== 'string') return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const bytes = allocate(encodedLength(value, encoding));
  return new Uint8Array(bytes.buffer, 0, encodeInto(value, encoding, bytes, 0, bytes.length));
}

// What was written already is the pattern of twice as much.
function repeatPattern(buffer, pattern, start, end) {
  const first = Math.min(pattern.length, end - start);
  typedArraySet(buffer, first < pattern.length ? bytesBetween(pattern, 0, first) : pattern, start);
  for (let done = first; done < end - start; done *= 2) {
    typedArrayCopyWithin(buffer, start + done, start, start + Math.min(done, end - start - done));
  }
}

/** Fills a part of a buffer; the arguments are those of `fill`, which may leave some out in the middle. */
function fillBuffer(buffer, value, offset, end, encoding) {
  let from = offset;
  let to = end;
  let kind;
  if (typeof value === 'string') {
    let name = encoding;
    if (offset === undefined || typeof offset === 'string') {
      name = offset === undefined ? encoding : offset;
      from = to = undefined;
    } else if (typeof end === 'string') {
      name = end;
      to = undefined;
    }
    kind = encodingOf(name);
  }
  if (from === undefined) {
    from = 0;
    to = buffer.length;
  } else {
    validateInteger(from, 'offset', 0, kMaxLength);
    if (to === undefined) to = buffer.length;
    else validateInteger(to, 'end', 0, buffer.length);
  }
  if (from >= to) return buffer;
  if (value === '' || typeof value !== 'string' && !isView(value)) {
    return typedArrayFill(buffer, value === '' ? 0 : value & 255, from, to);
  }
  const pattern = patternOf(value, kind);
  if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', value);
  repeatPattern(buffer, pattern, from, to);
  return buffer;
}

const methods = {
  fill(value, offset, end, encoding) {
    return fillBuffer(this, value, offset, end, encoding);
  },
};

module.exports = { fillBuffer, methods };
