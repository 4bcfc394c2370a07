// SPDX-License-Identifier: MIT
'use strict';

// Reading and writing floating-point numbers and BigInts, by way of typed arrays over the same eight bytes.

const { codes } = require('internal/errors');
const { addSpellings, requireRoom } = require('internal/buffer_integers');

const bytes = new Uint8Array(8);
const floats = new Float32Array(bytes.buffer);
const doubles = new Float64Array(bytes.buffer);
const unsigned = new BigUint64Array(bytes.buffer);
const signed = new BigInt64Array(bytes.buffer);

// The engine's byte order is little-endian on every machine that LoopLab runs on.
function readLE(buffer, offset, size, numbers) {
  requireRoom(buffer, offset, size);
  for (let i = 0; i < size; i++) bytes[i] = buffer[offset + i];
  return numbers[0];
}

function readBE(buffer, offset, size, numbers) {
  requireRoom(buffer, offset, size);
  for (let i = 0; i < size; i++) bytes[i] = buffer[offset + size - 1 - i];
  return numbers[0];
}

function writeLE(buffer, offset, size) {
  requireRoom(buffer, offset, size);
  for (let i = 0; i < size; i++) buffer[offset + i] = bytes[i];
  return offset + size;
}

function writeBE(buffer, offset, size) {
  requireRoom(buffer, offset, size);
  for (let i = 0; i < size; i++) buffer[offset + size - 1 - i] = bytes[i];
  return offset + size;
}

function take(numbers, value) {
  numbers[0] = +value;
}

function takeBig(buffer, value, offset, isSigned) {
  const [low, high] = isSigned ? [-(2n ** 63n), 2n ** 63n] : [0n, 2n ** 64n];
  if (value >= high || value < low) {
    const range = isSigned ? '>= -(2n ** 63n) and < 2n ** 63n' : '>= 0n and < 2n ** 64n';
    throw new codes.ERR_OUT_OF_RANGE('value', range, value);
  }
  requireRoom(buffer, offset, 8);
  if (typeof value !== 'bigint') {
    throw new TypeError('Cannot mix BigInt and other types, use explicit conversions');
  }
  unsigned[0] = value;
}

function floatMethods() {
  return {
    readFloatLE: function readFloatForwards(offset = 0) { return readLE(this, offset, 4, floats); },
    readFloatBE: function readFloatBackwards(offset = 0) { return readBE(this, offset, 4, floats); },
    readDoubleLE: function readDoubleForwards(offset = 0) { return readLE(this, offset, 8, doubles); },
    readDoubleBE: function readDoubleBackwards(offset = 0) { return readBE(this, offset, 8, doubles); },
    writeFloatLE: function writeFloatForwards(val, offset = 0) {
      take(floats, val);
      return writeLE(this, offset, 4);
    },
    writeFloatBE: function writeFloatBackwards(val, offset = 0) {
      take(floats, val);
      return writeBE(this, offset, 4);
    },
    writeDoubleLE: function writeDoubleForwards(val, offset = 0) {
      take(doubles, val);
      return writeLE(this, offset, 8);
    },
    writeDoubleBE: function writeDoubleBackwards(val, offset = 0) {
      take(doubles, val);
      return writeBE(this, offset, 8);
    },
  };
}

const methods = {
  readBigUInt64LE(offset = 0) { return readLE(this, offset, 8, unsigned); },
  readBigUInt64BE(offset = 0) { return readBE(this, offset, 8, unsigned); },
  readBigInt64LE(offset = 0) { return readLE(this, offset, 8, signed); },
  readBigInt64BE(offset = 0) { return readBE(this, offset, 8, signed); },
  writeBigUInt64LE(value, offset = 0) {
    takeBig(this, value, offset, false);
    return writeLE(this, offset, 8);
  },
  writeBigUInt64BE(value, offset = 0) {
    takeBig(this, value, offset, false);
    return writeBE(this, offset, 8);
  },
  writeBigInt64LE(value, offset = 0) {
    takeBig(this, value, offset, true);
    return writeLE(this, offset, 8);
  },
  writeBigInt64BE(value, offset = 0) {
    takeBig(this, value, offset, true);
    return writeBE(this, offset, 8);
  },
  ...floatMethods(),
};

module.exports = { methods: addSpellings(methods) };
