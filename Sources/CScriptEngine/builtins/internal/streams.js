// SPDX-License-Identifier: MIT
'use strict';

// process.stdout, process.stderr and process.stdin: what console programs use of Node's streams. Writes are
// synchronous, as Node's are for files and terminals.

const { process } = require('internal/process');
const EventEmitter = require('node:events');
const { mendText } = require('internal/error_stacks');
const { write, columns, rows } = binding;

// A worker's streams lead to its parent.
const isTTY = (fd) => binding.workerInit === undefined && binding.isTTY(fd);

/** A writable standard stream. */
class OutputStream extends EventEmitter {
  constructor(fd) {
    super();
    this.fd = fd;
    this.writable = true;
    this._isStdio = true;
    if (isTTY(fd)) {
      this.isTTY = true;
      Object.defineProperty(this, 'columns', { get: () => columns(fd), enumerable: true, configurable: true });
      Object.defineProperty(this, 'rows', { get: () => rows(fd), enumerable: true, configurable: true });
    }
  }

  write(chunk, encoding, callback) {
    const done = typeof encoding === 'function' ? encoding : callback;
    write(this.fd, asText(chunk));
    if (typeof done === 'function') process.nextTick(done);
    return true;
  }

  end(chunk, encoding, callback) {
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk, encoding);
    const done = [chunk, encoding, callback].find((value) => typeof value === 'function');
    if (done) process.nextTick(done);
    return this;
  }

  hasColors(count = 16) {
    return this.getColorDepth() >= Math.log2(count);
  }

  getColorDepth() {
    return binding.isColor(this.fd) ? 8 : 1;
  }

  getWindowSize() {
    return [columns(this.fd), rows(this.fd)];
  }

  cork() {}
  uncork() {}
  ref() { return this; }
  unref() { return this; }
}

function asText(chunk) {
  if (typeof chunk === 'string') return mendText(chunk);
  if (ArrayBuffer.isView(chunk)) {
    return binding.utf8Decode(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength), false, true);
  }
  const { codes } = require('internal/errors');
  throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
}

const outputs = {};

/** The stream for file descriptor 1 or 2. */
function outputStream(fd) {
  return outputs[fd] ??= new OutputStream(fd);
}

/** Standard input: the text is read by the host in the poll phase and arrives as 'data' and 'end'. */
class InputStream extends EventEmitter {
  #isStarted = false;
  #encoding = null;

  constructor() {
    super();
    this.fd = 0;
    this.readable = true;
    if (isTTY(0)) this.isTTY = true;
  }

  on(name, listener) {
    super.on(name, listener);
    if (name === 'data' || name === 'readable') this.resume();
    return this;
  }

  setEncoding(encoding) {
    this.#encoding = encoding;
    return this;
  }

  resume() {
    if (this.#isStarted) return this;
    this.#isStarted = true;
    binding.readInput((bytes) => {
      if (bytes === null) {
        this.readable = false;
        this.emit('end');
        this.emit('close');
        return;
      }
      const { toBuffer } = require('internal/buffer');
      this.emit('data', this.#encoding === null ? toBuffer(bytes) : binding.utf8Decode(bytes, false, true));
    });
    return this;
  }

  pause() {
    this.#isStarted = false;
    binding.stopInput();
    return this;
  }

  ref() { return this; }
  unref() { return this; }

  async *[Symbol.asyncIterator]() {
    const chunks = [];
    let wake;
    let isOver = false;
    this.on('data', (chunk) => {
      chunks.push(chunk);
      wake?.();
    });
    this.once('end', () => {
      isOver = true;
      wake?.();
    });
    for (;;) {
      while (chunks.length > 0) yield chunks.shift();
      if (isOver) return;
      await new Promise((resolve) => wake = resolve);
    }
  }
}

let input;

/** The stream for standard input. */
function inputStream() {
  return input ??= new InputStream();
}

module.exports = { outputStream, inputStream, OutputStream };
