// SPDX-License-Identifier: MIT
'use strict';

const { Hash, Hmac, createHash, createHmac, getHashes, hash } = require('internal/crypto_hash');
const { pbkdf2, pbkdf2Sync, scrypt, scryptSync } = require('internal/crypto_keys');
const { randomBytes, randomFill, randomFillSync, randomInt, randomUUID } = require('internal/crypto_random');
const { nativeError } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/types');

const { isView } = ArrayBuffer;

function requireBytes(value, name) {
  if (isAnyArrayBuffer(value)) return new Uint8Array(value);
  if (isView(value)) return value;
  const text = `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`;
  throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', text);
}

/** Compares bytes in a time that does not tell where they differ. */
function timingSafeEqual(buf1, buf2) {
  const left = requireBytes(buf1, 'buf1');
  const right = requireBytes(buf2, 'buf2');
  if (left.byteLength !== right.byteLength) {
    const text = 'Input buffers must have the same byte length';
    throw nativeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', text);
  }
  return binding.timingSafeEqual(left, right);
}

module.exports = {
  createHash, createHmac, getHashes, pbkdf2, pbkdf2Sync, randomBytes, randomFill, randomFillSync, randomInt,
  randomUUID, scrypt, scryptSync, timingSafeEqual, hash, Hash, Hmac,
  getFips: function getFips() { return 0; },
  getRandomValues: function getRandomValues(array) { return require('internal/webcrypto').getRandomValues(array); },
};

for (const name of ['pseudoRandomBytes', 'prng', 'rng']) {
  Object.defineProperty(module.exports, name, {
    value: randomBytes, writable: true, configurable: true, enumerable: false,
  });
}
Object.defineProperty(module.exports, 'webcrypto', {
  enumerable: true,
  get: () => require('internal/webcrypto').crypto,
});
