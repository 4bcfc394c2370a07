// SPDX-License-Identifier: MIT
'use strict';

// What the parts of node:crypto share: arguments as bytes, errors of OpenSSL.

const { toUpperCase } = require('internal/intrinsics');
const { codes, nativeError } = require('internal/errors');
const { allocate } = require('internal/buffer');
const { encodeInto, encodedLength, findEncoding, utf8 } = require('internal/buffer_encodings');
const { isAnyArrayBuffer } = require('internal/types');

const { isView } = ArrayBuffer;

/** The bytes of a string; an encoding that does not exist counts as UTF-8. */
function textBytes(text, encodingName) {
  const encoding = typeof encodingName === 'string' ? findEncoding(encodingName) ?? utf8 : utf8;
  const buffer = allocate(encodedLength(text, encoding));
  const written = encodeInto(text, encoding, buffer, 0, buffer.length);
  return written < buffer.length ? new Uint8Array(buffer.buffer, 0, written) : buffer;
}

/** Text or bytes as something that native code reads; text is taken as UTF-8. */
function bytesOf(value, name) {
  if (typeof value === 'string') return textBytes(value);
  if (isAnyArrayBuffer(value)) return new Uint8Array(value);
  if (isView(value)) return value;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
}

/** The error for OpenSSL's queue of errors: text, library, reason and the prefix of the code, for each. */
function opensslError(queue, fallback) {
  if (queue.length === 0) return new Error(fallback);
  const { 0: text, 1: library, 2: reason, 3: prefix } = queue[0];
  const error = nativeError(Error, undefined, text);
  delete error.code;
  if (queue.length > 1) {
    const stack = [];
    for (let i = queue.length - 1; i >= 0; i--) stack[stack.length] = queue[i][0];
    error.opensslErrorStack = stack;
  }
  error.library = library;
  error.reason = reason;
  error.code = `ERR_OSSL_${prefix}${toUpperCase(reason).replace(/ /g, '_')}`;
  return error;
}

module.exports = { bytesOf, opensslError, textBytes };
