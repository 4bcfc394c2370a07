// SPDX-License-Identifier: MIT
'use strict';

// The constants of node:zlib, and its options with Node's checks.

const { codes } = require('internal/errors');
const { kMaxLength } = require('internal/buffer');
const { isAnyArrayBuffer } = require('internal/types');
const { validateNumber } = require('internal/validators');

const { isView } = ArrayBuffer;
const { isFinite, isNaN } = Number;

const values = {
  Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5,
  Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4,
  Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6,
  Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0,
  ZLIB_VERNUM: binding.zlibVersion,
  DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7,
  Z_MIN_WINDOWBITS: 8, Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15,
  Z_MIN_CHUNK: 64, Z_MAX_CHUNK: Infinity, Z_DEFAULT_CHUNK: 16384,
  Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9, Z_DEFAULT_MEMLEVEL: 8,
  Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1,
};
const constants = { __proto__: null };
for (const name of Object.keys(values)) {
  Object.defineProperty(constants, name, { enumerable: true, value: values[name] });
}

/** The results of zlib's functions by name and by number. */
const resultCodes = {};
for (const name of [
  'Z_OK', 'Z_STREAM_END', 'Z_NEED_DICT', 'Z_ERRNO', 'Z_STREAM_ERROR', 'Z_DATA_ERROR', 'Z_MEM_ERROR', 'Z_BUF_ERROR',
  'Z_VERSION_ERROR',
]) {
  resultCodes[name] = constants[name];
}
for (const name of Object.keys(resultCodes)) resultCodes[resultCodes[name]] = name;
Object.freeze(resultCodes);

// Tells whether there is a number to check; NaN counts as none.
function hasNumber(value, name) {
  if (value === undefined || isNaN(value)) return false;
  if (isFinite(value)) return true;
  validateNumber(value, name);
  throw new codes.ERR_OUT_OF_RANGE(name, 'a finite number', value);
}

function numberWithin(value, name, lowest, highest, fallback) {
  if (!hasNumber(value, name)) return fallback;
  if (value < lowest || value > highest) {
    throw new codes.ERR_OUT_OF_RANGE(name, `>= ${lowest} and <= ${highest}`, value);
  }
  return value;
}

function windowBitsOf(options, mode) {
  const { windowBits } = options;
  const { DEFLATERAW, GUNZIP, GZIP, INFLATE, UNZIP } = constants;
  // Whoever reads a header may take the size from it.
  if ((windowBits === undefined || windowBits === null || windowBits === 0) &&
      (mode === INFLATE || mode === GUNZIP || mode === UNZIP)) {
    return 0;
  }
  const bits = numberWithin(windowBits, 'options.windowBits', mode === GZIP ? 9 : 8, 15, 15);
  // zlib compresses without a header only from 9 on, and what it makes then fits into 8.
  return mode === DEFLATERAW && bits === 8 ? 9 : bits;
}

function dictionaryOf({ dictionary }) {
  if (dictionary === undefined || isView(dictionary)) return dictionary;
  if (isAnyArrayBuffer(dictionary)) return new Uint8Array(dictionary);
  throw new codes.ERR_INVALID_ARG_TYPE(
    'options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
}

// Output is made in one piece, so its size decides nothing; it is checked all the same.
function checkChunkSize({ chunkSize }) {
  if (hasNumber(chunkSize, 'options.chunkSize') && chunkSize < constants.Z_MIN_CHUNK) {
    throw new codes.ERR_OUT_OF_RANGE('options.chunkSize', `>= ${constants.Z_MIN_CHUNK}`, chunkSize);
  }
}

/** The settings that a program's options stand for, in the order in which native code takes them. */
function settingsOf(options, mode) {
  const given = options || {};
  const windowBits = windowBitsOf(given, mode);
  const level = numberWithin(given.level, 'options.level', -1, 9, constants.Z_DEFAULT_COMPRESSION);
  const memLevel = numberWithin(given.memLevel, 'options.memLevel', 1, 9, constants.Z_DEFAULT_MEMLEVEL);
  const strategy = numberWithin(given.strategy, 'options.strategy', 0, 4, constants.Z_DEFAULT_STRATEGY);
  const dictionary = dictionaryOf(given);
  checkChunkSize(given);
  numberWithin(given.flush, 'options.flush', 0, 5, constants.Z_NO_FLUSH);
  const flush = numberWithin(given.finishFlush, 'options.finishFlush', 0, 5, constants.Z_FINISH);
  const limit = numberWithin(given.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, kMaxLength);
  return [mode, level, windowBits, memLevel, strategy, flush, limit, dictionary];
}

module.exports = { constants, resultCodes, settingsOf };
