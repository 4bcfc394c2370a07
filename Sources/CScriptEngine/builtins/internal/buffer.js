// SPDX-License-Identifier: MIT
'use strict';

// Buffer: a Uint8Array with Node's methods. Each has memory of its own: unlike Node's, small ones share none.

const { isArray, typedArrayLength, typedArraySet, typedArraySize } = require('internal/intrinsics');
const { codes } = require('internal/errors');
const { FastBuffer, allocate, bytesBetween, isBytes, kMaxLength, toBuffer } = require('internal/buffer_memory');
const { encodeInto, encodedLength, encodingOf, findEncoding, utf8 } = require('internal/buffer_encodings');
const { isAnyArrayBuffer, isTypedArray } = require('internal/types');
const { validateArray, validateInteger, validateNumber } = require('internal/validators');

const { defineProperty } = Object;
const { isView } = ArrayBuffer;
const { process } = globalThis;

let hasWarned = false;

/** The constructor of old: use `Buffer.from` or `Buffer.alloc`. */
function Buffer(arg, encodingOrOffset, length) {
  if (!hasWarned) {
    hasWarned = true;
    process.emitWarning(
      'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
      'Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005');
  }
  if (typeof arg !== 'number') return Buffer.from(arg, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') throw new codes.ERR_INVALID_ARG_TYPE('string', 'string', arg);
  return Buffer.alloc(arg);
}

defineProperty(FastBuffer.prototype, 'constructor', { value: Buffer });
Buffer.prototype = FastBuffer.prototype;
Object.setPrototypeOf(Buffer, Uint8Array);
defineProperty(Buffer, Symbol.species, { configurable: true, enumerable: false, get: () => FastBuffer });

function fromString(text, encodingName) {
  const encoding = typeof encodingName !== 'string' || encodingName === '' ? utf8 : encodingOf(encodingName);
  const buffer = allocate(encodedLength(text, encoding));
  const written = encodeInto(text, encoding, buffer, 0, typedArrayLength(buffer));
  // What is no digit of hex or Base64 stands for nothing.
  return written < typedArrayLength(buffer) ? toBuffer(bytesBetween(buffer, 0, written)) : buffer;
}

function fromArrayBuffer(source, byteOffset, length) {
  const start = +byteOffset || 0;
  const room = source.byteLength - start;
  if (room < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (start < 0) throw new RangeError(`Start offset ${start} is outside the bounds of the buffer`);
  if (length === undefined) return new FastBuffer(source, start);
  const wanted = +length;
  if (wanted > room) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return new FastBuffer(source, start, wanted > 0 ? wanted : 0);
}

function fromArrayLike(source) {
  const { length } = source;
  if (!(length > 0)) return allocate(0);
  if (length > kMaxLength) throw new RangeError(`Invalid typed array length: ${length}`);
  const buffer = allocate(length);
  typedArraySet(buffer, source);
  return buffer;
}

function fromObject(source) {
  if (source.length !== undefined || isAnyArrayBuffer(source.buffer)) {
    return typeof source.length === 'number' ? fromArrayLike(source) : allocate(0);
  }
  return source.type === 'Buffer' && isArray(source.data) ? fromArrayLike(source.data) : undefined;
}

function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const inner = value.valueOf && value.valueOf();
    if (inner != null && inner !== value && (typeof inner === 'string' || typeof inner === 'object')) {
      return from(inner, encodingOrOffset, length);
    }
    const buffer = fromObject(value);
    if (buffer !== undefined) return buffer;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const primitive = value[Symbol.toPrimitive]('string');
      if (typeof primitive === 'string') return fromString(primitive, encodingOrOffset);
    }
  }
  throw new codes.ERR_INVALID_ARG_TYPE(
    'first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
}

function requireSize(size) {
  validateNumber(size, 'size', 0, kMaxLength);
}

function requireBytes(value, name) {
  if (!isBytes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'Uint8Array'], value);
}

function totalLength(list) {
  let length = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i].length) length += list[i].length;
  }
  return length;
}

// The static methods, which programs find on Buffer as own, enumerable properties.
const statics = {
  poolSize: 8192,

  from(value, encodingOrOffset, length) {
    return from(value, encodingOrOffset, length);
  },

  copyBytesFrom(view, offset, length) {
    if (!isTypedArray(view)) throw new codes.ERR_INVALID_ARG_TYPE('view', 'TypedArray', view);
    const count = typedArrayLength(view);
    if (count === 0) return allocate(0);
    const start = offset === undefined ? 0 : offset;
    if (offset !== undefined) validateInteger(offset, 'offset', 0);
    if (start >= count) return allocate(0);
    if (length !== undefined) validateInteger(length, 'length', 0);
    const end = length === undefined ? count : Math.min(count, start + length);
    const size = typedArraySize(view) / count;
    return fromArrayLike(bytesBetween(view, start * size, end * size));
  },

  of(...items) {
    return fromArrayLike(items);
  },

  alloc(size, fill, encoding) {
    requireSize(size);
    const buffer = allocate(size);
    if (fill === undefined || fill === 0 || size === 0) return buffer;
    return require('internal/buffer_fill').fillBuffer(buffer, fill, 0, typedArrayLength(buffer), encoding);
  },

  allocUnsafe(size) {
    requireSize(size);
    return allocate(size);
  },

  allocUnsafeSlow(size) {
    requireSize(size);
    return allocate(size);
  },

  isBuffer(value) {
    return value instanceof Buffer;
  },

  compare(buf1, buf2) {
    requireBytes(buf1, 'buf1');
    requireBytes(buf2, 'buf2');
    return buf1 === buf2 ? 0 : binding.compareBytes(buf1, buf2);
  },

  isEncoding(encoding) {
    return typeof encoding === 'string' && findEncoding(encoding) !== undefined;
  },

  concat(list, length) {
    validateArray(list, 'list');
    if (list.length === 0) return allocate(0);
    if (length !== undefined) validateInteger(length, 'length', 0, kMaxLength);
    const total = length === undefined ? totalLength(list) : length;
    requireSize(total);
    const buffer = allocate(total);
    let at = 0;
    for (let i = 0; i < list.length; i++) {
      requireBytes(list[i], `list[${i}]`);
      const room = total - at;
      typedArraySet(buffer, typedArrayLength(list[i]) > room ? bytesBetween(list[i], 0, room) : list[i], at);
      at += Math.min(room, typedArrayLength(list[i]));
    }
    return buffer;
  },

  byteLength(string, encoding) {
    if (typeof string === 'string') {
      return encodedLength(string, (encoding ? findEncoding(encoding) : utf8) ?? utf8);
    }
    if (isView(string) || isAnyArrayBuffer(string)) return string.byteLength;
    throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], string);
  },
};
Object.assign(Buffer, statics);

// `allocate` stands here for other modules too: they cannot get a buffer before its prototype has its methods.
module.exports = { Buffer, allocate, kMaxLength, toBuffer };

for (const part of ['text', 'bytes', 'search', 'fill', 'integers', 'wide_numbers']) {
  const { methods } = require(`internal/buffer_${part}`);
  Object.assign(Buffer.prototype, methods);
}
require('internal/buffer_inspect').install(Buffer);
