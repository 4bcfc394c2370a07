// SPDX-License-Identifier: MIT
'use strict';

// The class behind Buffer, and the memory of new buffers.

const { typedArrayBuffer, typedArrayOffset, typedArraySize, typedArrayTag } = require('internal/intrinsics');

const isView = ArrayBuffer.isView;
const kMaxLength = 2 ** 32;

/** What every Buffer is an instance of; its prototype is Buffer's. */
class FastBuffer extends Uint8Array {
  // A constructor that is written out spares the walk over its arguments.
  constructor(bufferOrLength, byteOffset, length) {
    super(bufferOrLength, byteOffset, length);
  }
}

/** A new buffer of zeros, with Node's error when there is no memory for it. */
function allocate(size) {
  try {
    return new FastBuffer(size);
  } catch {
    throw new RangeError('Array buffer allocation failed');
  }
}

/** The same memory as a typed array, as a Buffer. */
function toBuffer(view) {
  return new FastBuffer(typedArrayBuffer(view), typedArrayOffset(view), typedArraySize(view));
}

/** A part of the memory of a typed array, from byte to byte. */
function bytesBetween(view, start, end) {
  return new Uint8Array(typedArrayBuffer(view), typedArrayOffset(view) + start, end - start);
}

/** Tells whether a value is a Uint8Array, whatever its prototype. */
function isBytes(value) {
  return isView(value) && typedArrayTag(value) === 'Uint8Array';
}

module.exports = { FastBuffer, allocate, bytesBetween, isBytes, kMaxLength, toBuffer };
