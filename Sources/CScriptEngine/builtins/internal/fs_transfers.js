// SPDX-License-Identifier: MIT
'use strict';

// read() and write() on a descriptor: what their many kinds of arguments mean, and the forms with and without callback.

const { codes } = require('internal/errors');
const { validateBuffer, validateInteger, validateObject, kValidateObjectAllowNullable } =
  require('internal/validators');
const { callbackOf, descriptorOf } = require('internal/fs_arguments');
const { bytesOf, encode, newBuffer, part } = require('internal/fs_contents');
const { run, runSync } = require('internal/fs_calls');
const { requests } = require('internal/fs_requests');
const { nextTick } = require('internal/process');

const defaultSize = 16384;

function positionOf(position) {
  if (position === undefined || position === null) return null;
  if (typeof position === 'number') {
    validateInteger(position, 'position', -1);
  } else if (typeof position !== 'bigint') {
    throw new codes.ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  }
  return position < 0 ? null : Number(position);
}

/** What to read into which part of a view: `(buffer, offset, length, position)`, `(buffer, options)`, `(options)`. */
function readTarget(first, second, length, position) {
  let view = first;
  let offset = second;
  if (!ArrayBuffer.isView(first)) {
    if (first !== undefined) validateObject(first, 'options', kValidateObjectAllowNullable);
    ({ buffer: view = newBuffer(defaultSize), offset, length, position } = first ?? {});
  } else if (second !== null && typeof second === 'object') {
    ({ offset, length, position } = second);
  }
  validateBuffer(view);
  offset ??= 0;
  validateInteger(offset, 'offset', 0);
  length = (length ?? view.byteLength - offset) | 0;
  if (length === 0) return { view, offset, length, position: null };
  if (view.byteLength === 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', view, 'is empty and cannot be written');
  }
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  if (offset + length > view.byteLength) {
    throw new codes.ERR_OUT_OF_RANGE('length', `<= ${view.byteLength - offset}`, length);
  }
  return { view, offset, length, position: positionOf(position) };
}

/** What to write where: `(buffer, offset, length, position)`, `(buffer, options)`, `(string, position, encoding)`. */
function writeSource(data, second, third, fourth) {
  if (!ArrayBuffer.isView(data)) {
    if (typeof data !== 'string') {
      throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
    }
    return { bytes: encode(data, encodingOf(data, third)), position: typeof second === 'number' ? second : null };
  }
  let { 0: offset, 1: length, 2: position } = [second, third, fourth];
  if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
  offset ??= 0;
  validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = data.byteLength - offset;
  if (offset > data.byteLength) throw new codes.ERR_OUT_OF_RANGE('offset', `<= ${data.byteLength}`, offset);
  if (length > data.byteLength - offset) {
    throw new codes.ERR_OUT_OF_RANGE('length', `<= ${data.byteLength - offset}`, length);
  }
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  const bytes = part(bytesOf(data), offset, offset + length);
  return { bytes, position: typeof position === 'number' ? position : null };
}

// Whatever is no encoding counts as UTF-8 here, except that hex needs whole bytes.
function encodingOf(data, encoding) {
  const name = typeof encoding === 'string' ? encoding.toLowerCase() : 'utf8';
  if (name === 'hex' && data.length % 2 !== 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, `is invalid for data of length ${data.length}`);
  }
  return require('internal/fs_contents').isEncoding(name) ? name : 'utf8';
}

/** fs.read: the callback gets the error, how many bytes came, and the buffer. */
function read(fd, ...operands) {
  descriptorOf(fd);
  const callback = operands.length > 4 ? operands[4] : operands.pop();
  const { view, offset, length, position } = readTarget(...operands.slice(0, 4));
  callbackOf(callback);
  if (length === 0) return nextTick(callback, null, 0, view);
  run(requests.read(fd, view, offset, length, position), (error, count) => callback(error, count || 0, view));
}

function readSync(fd, ...operands) {
  descriptorOf(fd);
  const { 0: view, 1: offset } = operands;
  validateBuffer(view);
  // Two arguments, or an object in the place of the offset: options.
  if (operands.length === 2) validateObject(offset ?? {}, 'options', kValidateObjectAllowNullable);
  const target = readTarget(...operands);
  if (target.length === 0) return 0;
  return runSync(requests.read(fd, target.view, target.offset, target.length, target.position));
}

/** fs.write: the callback gets the error, how many bytes were written, and the data. */
function write(fd, data, ...operands) {
  descriptorOf(fd);
  const at = operands.findIndex((operand) => typeof operand === 'function');
  const callback = at === -1 ? operands[operands.length - 1] : operands[at];
  const { bytes, position } = writeSource(data, ...(at === -1 ? operands : operands.slice(0, at)));
  callbackOf(callback);
  run(requests.write(fd, bytes, position), (error, count) => callback(error, count || 0, data));
}

function writeSync(fd, data, ...operands) {
  descriptorOf(fd);
  const { bytes, position } = writeSource(data, ...operands);
  return runSync(requests.write(fd, bytes, position));
}

const { kCustomPromisifyArgsSymbol: kCustomArgs } = require('internal/promisify');
Object.defineProperty(read, kCustomArgs, { __proto__: null, value: ['bytesRead', 'buffer'], enumerable: false });
Object.defineProperty(write, kCustomArgs, { __proto__: null, value: ['bytesWritten', 'buffer'], enumerable: false });

module.exports = { read, readSync, readTarget, write, writeSource, writeSync };
