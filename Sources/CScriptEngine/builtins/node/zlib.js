// SPDX-License-Identifier: MIT
'use strict';

// node:zlib for data that is in memory: the functions with a callback, which work on the pool, and those without.

const { Buffer } = require('internal/buffer');
const { bufferOfBlock } = require('internal/buffer_blocks');
const { codes, nativeError } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/types');
const { validateFunction, validateUint32 } = require('internal/validators');
const { constants, resultCodes, settingsOf } = require('internal/zlib_options');
const { crc32: sum, zlib } = binding;

const { isView } = ArrayBuffer;
const { apply } = Reflect;

function zlibError(errno, message) {
  const error = nativeError(Error, undefined, message);
  delete error.code;
  error.errno = errno;
  error.code = resultCodes[errno];
  return error;
}

// A result of native code as a buffer; throws what stands for a failure.
function resultOf(result, settings) {
  if (result === null) throw new codes.ERR_BUFFER_TOO_LARGE(settings[6]);
  if (result === undefined) throw zlibError(constants.Z_MEM_ERROR, 'not enough memory');
  if (Array.isArray(result)) throw zlibError(result[0], result[1]);
  return bufferOfBlock(result);
}

function bytesOf(value, name, kinds) {
  if (typeof value === 'string') return Buffer.from(value);
  if (isView(value)) return value;
  if (isAnyArrayBuffer(value)) return new Uint8Array(value);
  throw new codes.ERR_INVALID_ARG_TYPE(name, kinds, value);
}

function makeSync(mode) {
  return function syncBufferWrapper(buffer, opts) {
    const settings = settingsOf(opts, mode);
    const bytes = bytesOf(buffer, 'buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer']);
    return resultOf(apply(zlib, undefined, [bytes, undefined, ...settings]), settings);
  };
}

function makeAsync(mode) {
  return function asyncBufferWrapper(buffer, opts, callback) {
    const done = typeof opts === 'function' ? opts : callback;
    const settings = settingsOf(typeof opts === 'function' ? undefined : opts, mode);
    validateFunction(done, 'callback');
    const bytes = bytesOf(buffer, 'chunk', ['string', 'Buffer', 'TypedArray', 'DataView']);
    const finish = (result) => {
      let output;
      try {
        output = resultOf(result, settings);
      } catch (error) {
        done(error);
        return;
      }
      done(null, output);
    };
    apply(zlib, undefined, [bytes, finish, ...settings]);
  };
}

/** The cyclic redundancy check of some data, going on from that of what came before it. */
function crc32(data, value = 0) {
  if (typeof data !== 'string' && !isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  }
  validateUint32(value, 'value');
  return sum(typeof data === 'string' ? Buffer.from(data) : data, value);
}

const modes = {
  deflate: constants.DEFLATE, gzip: constants.GZIP, deflateRaw: constants.DEFLATERAW, unzip: constants.UNZIP,
  inflate: constants.INFLATE, gunzip: constants.GUNZIP, inflateRaw: constants.INFLATERAW,
};

module.exports = { crc32 };
for (const name of Object.keys(modes)) {
  module.exports[name] = makeAsync(modes[name]);
  module.exports[`${name}Sync`] = makeSync(modes[name]);
}
Object.defineProperties(module.exports, {
  constants: { enumerable: true, value: constants },
  codes: { enumerable: true, writable: true, value: resultCodes },
});
// Zlib's names have stood on the module itself since before there were constants.
for (const name of Object.keys(constants)) {
  Object.defineProperty(module.exports, name, { enumerable: false, value: constants[name] });
}
