// SPDX-License-Identifier: MIT
'use strict';

// createHash, createHmac and hash of node:crypto. The objects are no streams here: update and digest are all they have.

const { toLowerCase } = require('internal/intrinsics');
const { codes } = require('internal/errors');
const { allocate } = require('internal/buffer');
const { decode, findEncoding, hex } = require('internal/buffer_encodings');
const { opensslError, textBytes } = require('internal/crypto_input');
const { isAnyArrayBuffer } = require('internal/types');
const { validateString, validateUint32 } = require('internal/validators');
const {
  digestNames, hashBegin, hashCopy, hashFinish, hashIsExtendable, hashLength, hashUpdate, hmacBegin, hmacFinish,
  hmacLength, hmacUpdate,
} = binding;

const { isView } = ArrayBuffer;
const kHandle = Symbol('kHandle');
const kState = Symbol('kState');
const kFinalized = Symbol('kFinalized');

// Keeps the native object out of sight; `inspect` shows the class's name as it shows Node's handles.
const handleClasses = {
  Hash: class Hash {
    #box;
    constructor(box) { this.#box = box; }
    static boxOf(handle) { return handle.#box; }
  },
  Hmac: class Hmac {
    #box;
    constructor(box) { this.#box = box; }
    static boxOf(handle) { return handle.#box; }
  },
};
const boxOfHash = handleClasses.Hash.boxOf;
const boxOfHmac = handleClasses.Hmac.boxOf;

function dataBytes(data, encoding, name = 'data') {
  if (typeof data === 'string') {
    if (data.length % 2 !== 0 && typeof encoding === 'string' && findEncoding(encoding) === hex) {
      throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, `is invalid for data of length ${data.length}`);
    }
    return textBytes(data, encoding);
  }
  if (isView(data)) return data;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

// An encoding that does not exist gives a Buffer.
function output(buffer, encodingName) {
  const encoding = encodingName ? findEncoding(encodingName) : undefined;
  return encoding === undefined ? buffer : decode(buffer, encoding, 0, buffer.length);
}

function begin(algorithm) {
  const box = hashBegin(algorithm);
  if (box === undefined) throw new Error('Digest method not supported');
  if (Array.isArray(box)) throw opensslError(box, 'Digest method not supported');
  return box;
}

const wrongLength = [
  'error:030000B2:digital envelope routines::not XOF or invalid length', 'digital envelope routines',
  'not XOF or invalid length', 'EVP_',
];

// How many bytes the result has: what was asked for, where the algorithm can do that.
function checkedLength(box, wanted) {
  const length = hashLength(box);
  if (wanted === undefined || wanted === length) return length;
  if (!hashIsExtendable(box)) throw opensslError([wrongLength]);
  return wanted;
}

const lengthOf = new WeakMap();
const { get: getLength, set: setLength } = WeakMap.prototype;
const { apply } = Reflect;

/** A digest of what `update` is given. */
function Hash(algorithm, options) {
  if (!(this instanceof Hash)) return new Hash(algorithm, options);
  const isCopy = algorithm instanceof handleClasses.Hash;
  if (!isCopy) validateString(algorithm, 'algorithm');
  const wanted = typeof options === 'object' && options !== null ? options.outputLength : undefined;
  if (wanted !== undefined) validateUint32(wanted, 'options.outputLength');
  const box = isCopy ? hashCopy(boxOfHash(algorithm)) : begin(algorithm);
  const length = checkedLength(box, wanted);
  this._options = options;
  this[kHandle] = new handleClasses.Hash(box);
  this[kState] = { [kFinalized]: false };
  apply(setLength, lengthOf, [this, length]);
}

Hash.prototype.copy = function copy(options) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  return new Hash(this[kHandle], options);
};

Hash.prototype.update = function update(data, encoding) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  if (!hashUpdate(boxOfHash(this[kHandle]), dataBytes(data, encoding))) throw new codes.ERR_CRYPTO_HASH_UPDATE_FAILED();
  return this;
};

Hash.prototype.digest = function digest(outputEncoding) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  const result = allocate(apply(getLength, lengthOf, [this]));
  hashFinish(boxOfHash(this[kHandle]), result);
  this[kState][kFinalized] = true;
  return output(result, outputEncoding);
};

function keyBytes(key, encoding) {
  if (typeof key === 'string') return textBytes(key, encoding);
  if (isAnyArrayBuffer(key)) return new Uint8Array(key);
  if (isView(key)) return key;
  throw new codes.ERR_INVALID_ARG_TYPE(
    'key', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'string', 'KeyObject', 'CryptoKey'], key);
}

/** A message authentication code of what `update` is given, made with a key. */
function Hmac(hmac, key, options) {
  if (!(this instanceof Hmac)) return new Hmac(hmac, key, options);
  validateString(hmac, 'hmac');
  const encoding = options && options.encoding;
  if (encoding !== undefined && encoding !== null) validateString(encoding, 'options.encoding');
  const box = hmacBegin(hmac, keyBytes(key, encoding));
  if (box === undefined) throw new codes.ERR_CRYPTO_INVALID_DIGEST(hmac);
  if (Array.isArray(box)) throw opensslError(box, 'error:00000000:lib(0)::reason(0)');
  this._options = options;
  this[kHandle] = new handleClasses.Hmac(box);
  this[kState] = { [kFinalized]: false };
}

Hmac.prototype.update = function update(data, encoding) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  if (!hmacUpdate(boxOfHmac(this[kHandle]), dataBytes(data, encoding))) throw new codes.ERR_CRYPTO_HASH_UPDATE_FAILED();
  return this;
};

Hmac.prototype.digest = function digest(outputEncoding) {
  const box = boxOfHmac(this[kHandle]);
  // Asked once more, Node gives nothing instead of an error.
  if (this[kState][kFinalized]) return output(allocate(0), outputEncoding);
  const result = allocate(hmacLength(box));
  hmacFinish(box, result);
  this[kState][kFinalized] = true;
  return output(result, outputEncoding);
};

/** The digest of one piece of data. */
function hash(algorithm, input, outputEncoding = 'hex') {
  validateString(algorithm, 'algorithm');
  const bytes = dataBytes(input, undefined, 'input');
  validateString(outputEncoding, 'outputEncoding');
  if (outputEncoding !== 'buffer' && findEncoding(outputEncoding) === undefined) {
    throw new codes.ERR_INVALID_ARG_VALUE('outputEncoding', outputEncoding);
  }
  const box = hashBegin(algorithm);
  if (box === undefined) throw new Error(`Digest method ${algorithm} is not supported`);
  if (Array.isArray(box)) throw opensslError(box);
  hashUpdate(box, bytes);
  const result = allocate(hashLength(box));
  hashFinish(box, result);
  return output(result, outputEncoding);
}

let names;

/** The names of the digests there are, each in one spelling: the one in small letters where there are two. */
function getHashes() {
  if (names === undefined) {
    const spellings = { __proto__: null };
    const all = digestNames();
    for (let i = 0; i < all.length; i++) {
      const key = toLowerCase(all[i]);
      if (spellings[key] === undefined || all[i] === key) spellings[key] = all[i];
    }
    names = Object.values(spellings).sort();
  }
  return names.slice();
}

module.exports = {
  Hash,
  Hmac,
  createHash: function createHash(algorithm, options) { return new Hash(algorithm, options); },
  createHmac: function createHmac(hmac, key, options) { return new Hmac(hmac, key, options); },
  getHashes,
  hash,
};
