// SPDX-License-Identifier: MIT
'use strict';

// Reading and writing integers of one to six bytes. Six bytes are as many as a Number holds exactly.

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const { floor } = Math;

/** Throws Node's error for an offset at which `size` bytes do not fit. */
function failOffset(buffer, offset, size) {
  const last = buffer.length - size;
  if (floor(offset) !== offset) {
    validateNumber(offset, 'offset');
    throw new codes.ERR_OUT_OF_RANGE('offset', 'an integer', offset);
  }
  if (last < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  throw new codes.ERR_OUT_OF_RANGE('offset', `>= 0 and <= ${last}`, offset);
}

/** Throws unless `size` bytes fit at the offset. */
function requireRoom(buffer, offset, size) {
  if (typeof offset === 'number' && offset >= 0 && offset <= buffer.length - size && floor(offset) === offset) return;
  validateNumber(offset, 'offset');
  failOffset(buffer, offset, size);
}

function requireSize(byteLength) {
  if (byteLength >= 1 && byteLength <= 6 && floor(byteLength) === byteLength) return;
  validateNumber(byteLength, 'byteLength');
  const range = floor(byteLength) === byteLength ? '>= 1 and <= 6' : 'an integer';
  throw new codes.ERR_OUT_OF_RANGE('byteLength', range, byteLength);
}

function readLE(buffer, offset, size) {
  requireRoom(buffer, offset, size);
  let value = 0;
  for (let at = offset + size - 1; at >= offset; at--) value = value * 256 + buffer[at];
  return value;
}

function readBE(buffer, offset, size) {
  requireRoom(buffer, offset, size);
  let value = 0;
  for (let at = offset; at < offset + size; at++) value = value * 256 + buffer[at];
  return value;
}

/** The number below zero that an unsigned one of the same bits stands for. */
function signed(value, size) {
  const half = 2 ** (8 * size - 1);
  return value >= half ? value - 2 * half : value;
}

// Small bounds are written out, big ones as powers.
function failValue(value, size, isSigned) {
  const bits = 8 * size;
  let range;
  if (size > 4) {
    range = isSigned ? `>= -(2 ** ${bits - 1}) and < 2 ** ${bits - 1}` : `>= 0 and < 2 ** ${bits}`;
  } else {
    range = isSigned ? `>= ${-(2 ** (bits - 1))} and <= ${2 ** (bits - 1) - 1}` : `>= 0 and <= ${2 ** bits - 1}`;
  }
  throw new codes.ERR_OUT_OF_RANGE('value', range, value);
}

function checkedValue(buffer, value, offset, size, isSigned) {
  const number = +value;
  // One byte is the case where Node looks at the offset's type first.
  if (size === 1) validateNumber(offset, 'offset');
  const limit = 2 ** (isSigned ? 8 * size - 1 : 8 * size);
  if (number > limit - 1 || number < (isSigned ? -limit : 0)) failValue(number, size, isSigned);
  requireRoom(buffer, offset, size);
  return number;
}

// The bytes of a negative number are those of the number 2 ** 48 above it.
function bitsOf(number) {
  const whole = Math.trunc(number) || 0;
  return whole < 0 ? whole + 2 ** 48 : whole;
}

function writeLE(buffer, value, offset, size, isSigned) {
  let bits = bitsOf(checkedValue(buffer, value, offset, size, isSigned));
  for (let at = offset; at < offset + size; at++) {
    buffer[at] = bits;
    bits = floor(bits / 256);
  }
  return offset + size;
}

function writeBE(buffer, value, offset, size, isSigned) {
  let bits = bitsOf(checkedValue(buffer, value, offset, size, isSigned));
  for (let at = offset + size - 1; at >= offset; at--) {
    buffer[at] = bits;
    bits = floor(bits / 256);
  }
  return offset + size;
}

const methods = {
  readUInt8(offset = 0) { return readLE(this, offset, 1); },
  readUInt16LE(offset = 0) { return readLE(this, offset, 2); },
  readUInt16BE(offset = 0) { return readBE(this, offset, 2); },
  readUInt32LE(offset = 0) { return readLE(this, offset, 4); },
  readUInt32BE(offset = 0) { return readBE(this, offset, 4); },
  readInt8(offset = 0) { return signed(readLE(this, offset, 1), 1); },
  readInt16LE(offset = 0) { return signed(readLE(this, offset, 2), 2); },
  readInt16BE(offset = 0) { return signed(readBE(this, offset, 2), 2); },
  readInt32LE(offset = 0) { return signed(readLE(this, offset, 4), 4); },
  readInt32BE(offset = 0) { return signed(readBE(this, offset, 4), 4); },
  readUIntLE(offset, byteLength) { return readSized(readLE, this, offset, byteLength); },
  readUIntBE(offset, byteLength) { return readSized(readBE, this, offset, byteLength); },
  readIntLE(offset, byteLength) { return signed(readSized(readLE, this, offset, byteLength), byteLength); },
  readIntBE(offset, byteLength) { return signed(readSized(readBE, this, offset, byteLength), byteLength); },

  writeUInt8(value, offset = 0) { return writeLE(this, value, offset, 1, false); },
  writeUInt16LE(value, offset = 0) { return writeLE(this, value, offset, 2, false); },
  writeUInt16BE(value, offset = 0) { return writeBE(this, value, offset, 2, false); },
  writeUInt32LE(value, offset = 0) { return writeLE(this, value, offset, 4, false); },
  writeUInt32BE(value, offset = 0) { return writeBE(this, value, offset, 4, false); },
  writeInt8(value, offset = 0) { return writeLE(this, value, offset, 1, true); },
  writeInt16LE(value, offset = 0) { return writeLE(this, value, offset, 2, true); },
  writeInt16BE(value, offset = 0) { return writeBE(this, value, offset, 2, true); },
  writeInt32LE(value, offset = 0) { return writeLE(this, value, offset, 4, true); },
  writeInt32BE(value, offset = 0) { return writeBE(this, value, offset, 4, true); },
  writeUIntLE(value, offset, byteLength) { return writeSized(writeLE, this, value, offset, byteLength, false); },
  writeUIntBE(value, offset, byteLength) { return writeSized(writeBE, this, value, offset, byteLength, false); },
  writeIntLE(value, offset, byteLength) { return writeSized(writeLE, this, value, offset, byteLength, true); },
  writeIntBE(value, offset, byteLength) { return writeSized(writeBE, this, value, offset, byteLength, true); },
};

function readSized(read, buffer, offset, byteLength) {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
  requireSize(byteLength);
  return read(buffer, offset, byteLength);
}

function writeSized(write, buffer, value, offset, byteLength, isSigned) {
  requireSize(byteLength);
  return write(buffer, value, offset, byteLength, isSigned);
}

/** Adds the second spelling of each name, "Uint" for "UInt". */
function addSpellings(methods) {
  const names = Object.keys(methods);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const at = name.indexOf('UInt');
    if (at !== -1) methods[`${name.slice(0, at)}Uint${name.slice(at + 4)}`] = methods[name];
  }
  return methods;
}

module.exports = { addSpellings, methods: addSpellings(methods), requireRoom };
