// SPDX-License-Identifier: MIT
'use strict';

const { Buffer, kMaxLength, toBuffer } = require('internal/buffer');
const { ascii, decode, encodeInto, encodedLength, findEncoding, latin1, maxStringLength, utf16le, utf8 } =
  require('internal/buffer_encodings');
const { allocate, isBytes } = require('internal/buffer_memory');
const { settings } = require('internal/buffer_inspect');
const { codes, nativeError } = require('internal/errors');
const { isAnyArrayBuffer, isTypedArray } = require('internal/types');
const { validateNumber } = require('internal/validators');

function requireBytes(input) {
  if (!isTypedArray(input) && !isAnyArrayBuffer(input)) {
    throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  }
  if (isAnyArrayBuffer(input) && isDetached(input)) {
    throw nativeError(Error, 'ERR_INVALID_STATE', 'Cannot validate on a detached buffer');
  }
}

function isDetached(memory) {
  if (memory.byteLength > 0) return false;
  try {
    new Uint8Array(memory);
    return false;
  } catch {
    return true;
  }
}

/** Tells whether bytes are well-formed UTF-8. */
function isUtf8(input) {
  requireBytes(input);
  return binding.isUtf8(input);
}

/** Tells whether all bytes are below 128. */
function isAscii(input) {
  requireBytes(input);
  return binding.isAscii(input);
}

const singleByte = /[^\0-\xff]/gu;
const sevenBits = /[^\0-\x7f]/gu;

function failToTranscode() {
  const error = nativeError(Error, 'U_ILLEGAL_ARGUMENT_ERROR', 'Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]');
  error.errno = 1;
  return error;
}

/** Bytes of one encoding in another; what that cannot say becomes a question mark. */
function transcode(source, fromEncoding, toEncoding) {
  if (!isBytes(source)) throw new codes.ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (source.length === 0) return allocate(0);
  const from = findEncoding(fromEncoding);
  const to = findEncoding(toEncoding);
  if (!(from <= ascii) || !(to <= ascii)) throw failToTranscode();
  let text = decode(source, from, 0, source.length);
  if (to === latin1) text = text.replace(singleByte, '?');
  if (to === ascii) text = text.replace(sevenBits, '?');
  const bytes = allocate(encodedLength(text, to));
  encodeInto(text, to, bytes, 0, bytes.length);
  return toBuffer(bytes);
}

module.exports = {
  Buffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength,
  kStringMaxLength: maxStringLength,
  btoa,
  atob,
};

Object.defineProperties(module.exports, {
  constants: {
    configurable: false,
    enumerable: true,
    value: Object.defineProperties({}, {
      MAX_LENGTH: { value: kMaxLength, enumerable: true },
      MAX_STRING_LENGTH: { value: maxStringLength, enumerable: true },
    }),
  },
  INSPECT_MAX_BYTES: {
    configurable: true,
    enumerable: true,
    get: () => settings.maxBytes,
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      settings.maxBytes = value;
    },
  },
});
