// SPDX-License-Identifier: MIT
'use strict';

// Random bytes and numbers of node:crypto: from the system, or in virtual time from the run's seed.

const { process } = require('internal/process');
const { codes, nativeError } = require('internal/errors');
const { allocate } = require('internal/buffer');
const { isAnyArrayBuffer } = require('internal/types');
const { validateBoolean, validateFunction, validateNumber, validateObject } = require('internal/validators');
const { copyBlock, randomBlock, randomFill: fillNow } = binding;

const { isView } = ArrayBuffer;
const { isSafeInteger } = Number;
const nextTick = process.nextTick;
const kMaxSize = 2 ** 31 - 1;

function failed() {
  return nativeError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to generate random bytes');
}

function checkedOffset(offset, elementSize, length) {
  validateNumber(offset, 'offset');
  const bytes = offset * elementSize;
  const most = Math.min(length, kMaxSize);
  if (!(bytes >= 0 && bytes <= most)) throw new codes.ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${most}`, bytes);
  return bytes >>> 0;
}

function checkedSize(size, elementSize, offset, length) {
  validateNumber(size, 'size');
  const bytes = size * elementSize;
  if (!(bytes >= 0 && bytes <= kMaxSize)) throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${kMaxSize}`, bytes);
  if (bytes + offset > length) {
    throw new codes.ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, bytes + offset);
  }
  return bytes >>> 0;
}

function requireMemory(buf) {
  if (!isAnyArrayBuffer(buf) && !isView(buf)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buf);
  }
}

function bytesWithin(buf, offset, size) {
  return isView(buf) ? new Uint8Array(buf.buffer, buf.byteOffset + offset, size) : new Uint8Array(buf, offset, size);
}

/** Fills a part of a buffer with random bytes. */
function randomFillSync(buf, offset = 0, size) {
  requireMemory(buf);
  const elementSize = buf.BYTES_PER_ELEMENT || 1;
  const start = checkedOffset(offset, elementSize, buf.byteLength);
  const count = size === undefined ? buf.byteLength - start : checkedSize(size, elementSize, start, buf.byteLength);
  if (count > 0 && !fillNow(bytesWithin(buf, start, count), 0, count)) throw failed();
  return buf;
}

function fillLater(buf, start, count, callback) {
  if (count === 0) {
    callback(null, buf);
    return;
  }
  const target = bytesWithin(buf, start, count);
  randomBlock(count, (block) => {
    if (block === undefined) {
      callback(failed());
      return;
    }
    copyBlock(block, target);
    callback(null, buf);
  });
}

/** Fills a part of a buffer with random bytes, made by a thread of the pool. */
function randomFill(buf, offset, size, callback) {
  requireMemory(buf);
  let from = offset;
  let wanted = size;
  let done = callback;
  if (typeof offset === 'function') {
    done = offset;
    from = 0;
    wanted = buf.length;
  } else if (typeof size === 'function') {
    done = size;
    wanted = buf.length - offset;
  } else {
    validateFunction(callback, 'callback');
  }
  const elementSize = buf.BYTES_PER_ELEMENT || 1;
  const start = checkedOffset(from, elementSize, buf.byteLength);
  const count = wanted === undefined ?
    buf.byteLength - start : checkedSize(wanted, elementSize, start, buf.byteLength);
  fillLater(buf, start, count, done);
}

/** A buffer of random bytes, given back or handed to a callback. */
function randomBytes(size, callback) {
  const count = checkedSize(size, 1, 0, Infinity);
  if (callback !== undefined) validateFunction(callback, 'callback');
  const buffer = allocate(count);
  if (callback === undefined) return randomFillSync(buffer);
  fillLater(buffer, 0, count, callback);
  return undefined;
}

const kNumberSize = 6;
const kMostRandom = 2 ** 48 - 1;
const numbers = new DataView(new ArrayBuffer(kNumberSize * 1024));
const getUint16 = Function.prototype.call.bind(DataView.prototype.getUint16);
const getUint32 = Function.prototype.call.bind(DataView.prototype.getUint32);
let nextNumber = numbers.byteLength;
let waiting = [];

// A number below `range` with no favourites: those above the last whole multiple are thrown away. Undefined when the
// store is used up.
function takeNumber(range) {
  const limit = kMostRandom - kMostRandom % range;
  while (nextNumber < numbers.byteLength) {
    const number = getUint16(numbers, nextNumber) * 2 ** 32 + getUint32(numbers, nextNumber + 2);
    nextNumber += kNumberSize;
    if (number < limit) return number % range;
  }
  return undefined;
}

function takeNumberNow(range) {
  for (;;) {
    const number = takeNumber(range);
    if (number !== undefined) return number;
    randomFillSync(numbers);
    nextNumber = 0;
  }
}

// All who wait share one filling of the store.
function takeNumberLater(range, min, callback) {
  waiting[waiting.length] = () => giveNumber(range, min, callback);
  if (waiting.length > 1) return;
  fillLater(numbers, 0, numbers.byteLength, (error) => {
    const served = waiting;
    waiting = [];
    nextNumber = 0;
    for (let i = 0; i < served.length; i++) {
      if (error) throw error;
      served[i]();
    }
  });
}

function giveNumber(range, min, callback) {
  const number = takeNumber(range);
  if (number === undefined) takeNumberLater(range, min, callback);
  else nextTick(callback, undefined, number + min);
}

/** A random integer from `min` up to, but not including, `max`. */
function randomInt(min, max, callback) {
  const hasNoMin = max === undefined || typeof max === 'function';
  const from = hasNoMin ? 0 : min;
  const to = hasNoMin ? min : max;
  const done = hasNoMin ? max : callback;
  if (done !== undefined) validateFunction(done, 'callback');
  if (!isSafeInteger(from)) throw new codes.ERR_INVALID_ARG_TYPE('min', 'a safe integer', from);
  if (!isSafeInteger(to)) throw new codes.ERR_INVALID_ARG_TYPE('max', 'a safe integer', to);
  if (to <= from) throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${from})`, to);
  const range = to - from;
  if (range > kMostRandom) {
    throw new codes.ERR_OUT_OF_RANGE(hasNoMin ? 'max' : 'max - min', `<= ${kMostRandom}`, range);
  }
  if (done === undefined) return takeNumberNow(range) + from;
  giveNumber(range, from, done);
  return undefined;
}

const hexPairs = [];
for (let byte = 0; byte < 256; byte++) hexPairs[byte] = (byte + 256).toString(16).slice(1);
const uuidBytes = new Uint8Array(16);

/** A random UUID (RFC 9562, version 4). */
function makeUUID() {
  if (!fillNow(uuidBytes, 0, 16)) throw failed();
  uuidBytes[6] = uuidBytes[6] & 0x0f | 0x40;
  uuidBytes[8] = uuidBytes[8] & 0x3f | 0x80;
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hexPairs[uuidBytes[i]];
  }
  return text;
}

function randomUUID(options) {
  if (options !== undefined) {
    validateObject(options, 'options');
    const { disableEntropyCache = false } = options;
    validateBoolean(disableEntropyCache, 'options.disableEntropyCache');
  }
  return makeUUID();
}

module.exports = { makeUUID, randomBytes, randomFill, randomFillSync, randomInt, randomUUID };
