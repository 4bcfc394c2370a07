// SPDX-License-Identifier: MIT
'use strict';

// Buffers and other bytes: comparing, copying, parts that share memory, byte order.

const { typedArraySet } = require('internal/intrinsics');
const { codes } = require('internal/errors');
const { FastBuffer, bytesBetween, isBytes, kMaxLength } = require('internal/buffer_memory');
const { validateInteger } = require('internal/validators');
const { compareBytes } = binding;

const { floor, min, trunc } = Math;

function requireBytes(value, name) {
  if (!isBytes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'Uint8Array'], value);
}

function indexWithin(value, name, fallback, limit = kMaxLength) {
  if (value === undefined) return fallback;
  validateInteger(value, name, 0, limit);
  return value;
}

// As Array.prototype.slice counts: from the end when negative, and never outside.
function position(value, length) {
  const index = trunc(value) || 0;
  if (index < 0) return index + length > 0 ? index + length : 0;
  return min(index, length);
}

// A number that is no integer counts as the one below it, and what is no number as 0.
function wholeNumber(value) {
  const number = +value;
  return number >= Number.MIN_SAFE_INTEGER && number <= Number.MAX_SAFE_INTEGER ? floor(number) : 0;
}

function swap(buffer, size) {
  const { length } = buffer;
  if (length % size !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${size * 8}-bits`);
  for (let start = 0; start < length; start += size) {
    for (let left = start, right = start + size - 1; left < right; left++, right--) {
      const byte = buffer[left];
      buffer[left] = buffer[right];
      buffer[right] = byte;
    }
  }
  return buffer;
}

function part(buffer, start, end) {
  const { length } = buffer;
  const from = position(start, length);
  const to = end === undefined ? length : position(end, length);
  return new FastBuffer(buffer.buffer, buffer.byteOffset + from, to > from ? to - from : 0);
}

const methods = {
  equals(otherBuffer) {
    requireBytes(otherBuffer, 'otherBuffer');
    return this === otherBuffer || this.byteLength === otherBuffer.byteLength && compareBytes(this, otherBuffer) === 0;
  },

  compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
    requireBytes(target, 'target');
    if (arguments.length === 1) return compareBytes(this, target);
    const from = indexWithin(targetStart, 'targetStart', 0);
    const to = indexWithin(targetEnd, 'targetEnd', target.length, target.length);
    const ownFrom = indexWithin(sourceStart, 'sourceStart', 0);
    const ownTo = indexWithin(sourceEnd, 'sourceEnd', this.length, this.length);
    if (ownFrom >= ownTo) return from >= to ? 0 : -1;
    if (from >= to) return 1;
    return compareBytes(bytesBetween(this, ownFrom, ownTo), bytesBetween(target, from, to));
  },

  copy(target, targetStart, sourceStart, sourceEnd) {
    requireBytes(target, 'target');
    const { length } = this;
    const at = targetStart === undefined ? 0 : wholeNumber(targetStart);
    if (at < 0) throw new codes.ERR_OUT_OF_RANGE('targetStart', '>= 0', at);
    const from = sourceStart === undefined ? 0 : wholeNumber(sourceStart);
    if (from < 0 || from > length) throw new codes.ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${length}`, from);
    const to = sourceEnd === undefined ? length : wholeNumber(sourceEnd);
    if (to < 0) throw new codes.ERR_OUT_OF_RANGE('sourceEnd', '>= 0', to);
    if (at >= target.length || from >= to) return 0;
    const count = min(to - from, target.length - at, length - from);
    typedArraySet(target, bytesBetween(this, from, from + count), at);
    return count;
  },

  subarray(start, end) {
    return part(this, start, end);
  },

  slice(start, end) {
    return part(this, start, end);
  },

  swap16() { return swap(this, 2); },
  swap32() { return swap(this, 4); },
  swap64() { return swap(this, 8); },

  toJSON() {
    const data = [];
    for (let i = 0; i < this.length; i++) data[i] = this[i];
    return { type: 'Buffer', data };
  },
};

module.exports = { methods };
