// SPDX-License-Identifier: MIT
'use strict';

// Bytes and text of files: the one place of node:fs that makes Buffers.

const { Buffer, toBuffer } = require('internal/buffer');

const { set, subarray } = Uint8Array.prototype;
const { apply } = Reflect;

/** A view of the bytes of any typed array or DataView. */
function bytesOf(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** What a program gets for bytes: text in an encoding, or a Buffer on the same memory. */
function decode(bytes, encoding) {
  const buffer = toBuffer(bytes);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

/** The bytes that data stands for: text in an encoding, or what a view shows. */
function encode(data, encoding) {
  return typeof data === 'string' ? Buffer.from(data, encoding || 'utf8') : bytesOf(data);
}

/** Copies bytes into a view and returns how many there are. */
function copyInto(view, offset, bytes) {
  apply(set, bytesOf(view), [bytes, offset]);
  return bytes.length;
}

/** A part of an array of bytes, on the same memory. */
function part(bytes, start, end) {
  return apply(subarray, bytes, [start, end]);
}

/** One array of bytes from several. */
function joined(chunks, length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)) {
  const all = new Uint8Array(length);
  let offset = 0;
  for (let i = 0; i < chunks.length; i++) {
    apply(set, all, [chunks[i], offset]);
    offset += chunks[i].length;
  }
  return all;
}

module.exports = {
  bytesOf, copyInto, decode, encode, joined, part,
  isEncoding: (name) => Buffer.isEncoding(name),
  newBuffer: (size) => Buffer.alloc(size),
};
