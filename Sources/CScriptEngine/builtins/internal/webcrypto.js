// SPDX-License-Identifier: MIT
'use strict';

// The global `crypto` (Web Cryptography API), as far as it is about random values.

const { typedArrayTag } = require('internal/intrinsics');
const { codes, nativeError } = require('internal/errors');
const { makeUUID, randomFillSync } = require('internal/crypto_random');

const { isView } = ArrayBuffer;
const kMaxBytes = 65536;
const integerKinds = new Set([
  'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
  'BigInt64Array', 'BigUint64Array',
]);
const hasKind = Function.prototype.call.bind(Set.prototype.has, integerKinds);
let only;

function requireCrypto(object) {
  if (object !== only) throw new codes.ERR_INVALID_THIS('Crypto');
}

function fail(message, name) {
  const { DOMException } = require('internal/domexception');
  throw new DOMException(message, name);
}

function getRandomValues(array) {
  if (!isView(array) || !hasKind(typedArrayTag(array))) {
    fail('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  }
  if (array.byteLength > kMaxBytes) fail('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
  return randomFillSync(array, 0);
}

/** The class of the global `crypto`, of which there is only that one. */
class Crypto {
  constructor() {
    if (only !== undefined) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  getRandomValues(array) {
    requireCrypto(this);
    if (arguments.length === 0) {
      const text = "Failed to execute 'getRandomValues' on 'Crypto': 1 argument required, but only 0 present.";
      throw nativeError(TypeError, 'ERR_MISSING_ARGS', text);
    }
    return getRandomValues(array);
  }

  randomUUID(options) {
    requireCrypto(this);
    return options === undefined ? makeUUID() : require('internal/crypto_random').randomUUID(options);
  }
}

only = new Crypto();
Object.defineProperties(Crypto.prototype, {
  getRandomValues: { enumerable: true },
  randomUUID: { enumerable: true },
  [Symbol.toStringTag]: { value: 'Crypto', configurable: true },
});

module.exports = { Crypto, crypto: only, getRandomValues };
