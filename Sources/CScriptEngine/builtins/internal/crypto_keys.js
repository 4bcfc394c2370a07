// SPDX-License-Identifier: MIT
'use strict';

// Keys from passwords: pbkdf2 and scrypt of node:crypto.

const { codes, nativeError } = require('internal/errors');
const { bufferOfBlock } = require('internal/buffer_blocks');
const { bytesOf } = require('internal/crypto_input');
const { validateFunction, validateInt32, validateInteger, validateString, validateUint32 } =
  require('internal/validators');
const { digestLength, pbkdf2: derivePbkdf2, scrypt: deriveScrypt, scryptObjection } = binding;

const kMaxInt32 = 2 ** 31 - 1;

function resultOf(block, name) {
  if (block === undefined) throw nativeError(Error, 'ERR_CRYPTO_OPERATION_FAILED', `${name} failed`);
  return bufferOfBlock(block);
}

function completion(callback, name) {
  return (block) => {
    let key;
    try {
      key = resultOf(block, name);
    } catch (error) {
      callback(error);
      return;
    }
    callback(null, key);
  };
}

// PBKDF2 counts its inputs with 32 bits.
function requireInt32Size(bytes, name) {
  if (bytes.byteLength > kMaxInt32) throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', `${name} is too big`);
}

function checkedPbkdf2(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  const secret = bytesOf(password, 'password');
  const grains = bytesOf(salt, 'salt');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  return (done) => {
    requireInt32Size(secret, 'pass');
    requireInt32Size(grains, 'salt');
    if (digestLength(digest) < 0) throw new codes.ERR_CRYPTO_INVALID_DIGEST(digest);
    return derivePbkdf2(secret, grains, keylen, done, digest, iterations);
  };
}

/** A key by PBKDF2, made by a thread of the pool. */
function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  const hasNoDigest = typeof digest === 'function';
  const done = hasNoDigest ? digest : callback;
  const start = checkedPbkdf2(password, salt, iterations, keylen, hasNoDigest ? undefined : digest);
  validateFunction(done, 'callback');
  start(completion(done, 'PBKDF2'));
}

/** A key by PBKDF2, made before the function returns. */
function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  return resultOf(checkedPbkdf2(password, salt, iterations, keylen, digest)(undefined), 'PBKDF2');
}

const defaults = { __proto__: null, N: 16384, r: 8, p: 1, maxmem: 32 * 1024 * 1024 };

// Each number has a short name and a long one; 0 stands for the default.
function parameter(options, short, long) {
  let value = options[short];
  const hasShort = value !== undefined;
  if (hasShort) validateUint32(value, short);
  if (options[long] !== undefined) {
    if (hasShort) throw new codes.ERR_CRYPTO_SCRYPT_INVALID_PARAMETER();
    value = options[long];
    validateUint32(value, long);
  }
  return value || defaults[short];
}

function checkedScrypt(password, salt, keylen, options) {
  const secret = bytesOf(password, 'password');
  const grains = bytesOf(salt, 'salt');
  validateInt32(keylen, 'keylen', 0);
  const given = options || defaults;
  const N = parameter(given, 'N', 'cost');
  const r = parameter(given, 'r', 'blockSize');
  const p = parameter(given, 'p', 'parallelization');
  const { maxmem = 0 } = given;
  validateInteger(maxmem, 'maxmem', 0);
  const numbers = [N, r, p, maxmem || defaults.maxmem];
  return (done) => {
    const objection = scryptObjection(...numbers);
    if (objection !== undefined) {
      const text = `Invalid scrypt params${objection === '' ? '' : `: ${objection}`}`;
      throw nativeError(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', text);
    }
    return deriveScrypt(secret, grains, keylen, done, ...numbers);
  };
}

/** A key by scrypt, made by a thread of the pool. */
function scrypt(password, salt, keylen, options, callback = undefined) {
  const done = callback === undefined ? options : callback;
  const start = checkedScrypt(password, salt, keylen, callback === undefined ? undefined : options);
  validateFunction(done, 'callback');
  start(completion(done, 'Scrypt'));
}

/** A key by scrypt, made before the function returns. */
function scryptSync(password, salt, keylen, options) {
  return resultOf(checkedScrypt(password, salt, keylen, options)(undefined), 'Scrypt');
}

module.exports = { pbkdf2, pbkdf2Sync, scrypt, scryptSync };
