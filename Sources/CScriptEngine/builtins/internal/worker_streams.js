// SPDX-License-Identifier: MIT
'use strict';

// A worker's standard streams as its parent sees them: what programs use of Node's streams.

const EventEmitter = require('node:events');
const { process } = require('internal/process');

/** What a worker writes: 'data' events once somebody listens, then 'end' and 'close'. */
class WorkerOutput extends EventEmitter {
  #chunks = [];
  #isFlowing = false;
  #isOver = false;
  #encoding = null;
  #rest = undefined;
  readable = true;

  /** Takes the next bytes; null ends the stream. */
  push(bytes) {
    if (bytes === null) this.#isOver = true;
    else this.#chunks.push(bytes);
    // What arrives while nobody listens waits; Node hands on in later ticks as well.
    if (bytes === null) process.nextTick(() => this.#flow());
    else this.#flow();
  }

  #flow() {
    while (this.#isFlowing && this.#chunks.length > 0) this.emit('data', this.#decoded(this.#chunks.shift()));
    if (!this.#isFlowing || !this.#isOver || !this.readable) return;
    this.readable = false;
    this.emit('end');
    this.emit('close');
  }

  #decoded(bytes) {
    if (this.#encoding === null) return require('internal/buffer').toBuffer(bytes);
    return this.#rest.write(bytes);
  }

  on(name, listener) {
    super.on(name, listener);
    if (name === 'data') this.resume();
    return this;
  }

  setEncoding(encoding) {
    const { StringDecoder } = require('node:string_decoder');
    this.#encoding = encoding;
    this.#rest = new StringDecoder(encoding);
    return this;
  }

  resume() {
    if (this.#isFlowing) return this;
    this.#isFlowing = true;
    process.nextTick(() => this.#flow());
    return this;
  }

  pause() {
    this.#isFlowing = false;
    return this;
  }

  pipe(destination) {
    this.on('data', (chunk) => destination.write(chunk));
    if (destination !== process.stdout && destination !== process.stderr) this.on('end', () => destination.end());
    return destination;
  }

  async *[Symbol.asyncIterator]() {
    const chunks = [];
    let wake;
    this.on('data', (chunk) => {
      chunks.push(chunk);
      wake?.();
    });
    this.once('end', () => wake?.());
    for (;;) {
      while (chunks.length > 0) yield chunks.shift();
      if (!this.readable) return;
      await new Promise((resolve) => wake = resolve);
    }
  }
}

/** What a worker reads. */
class WorkerInput extends EventEmitter {
  #send;
  writable = true;

  constructor(send) {
    super();
    this.#send = send;
  }

  write(chunk, encoding, callback) {
    const done = typeof encoding === 'function' ? encoding : callback;
    this.#send(bytesOf(chunk));
    if (typeof done === 'function') process.nextTick(done);
    return true;
  }

  end(chunk, encoding, callback) {
    const done = [chunk, encoding, callback].find((value) => typeof value === 'function');
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk);
    if (this.writable) {
      this.writable = false;
      this.#send(null);
      process.nextTick(() => this.emit('finish'));
    }
    if (done) process.nextTick(done);
    return this;
  }

  /** The worker has ended. */
  close() {
    this.writable = false;
  }
}

function bytesOf(chunk) {
  if (typeof chunk === 'string') {
    const { TextEncoder } = require('internal/encoding');
    return new TextEncoder().encode(chunk);
  }
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const { codes } = require('internal/errors');
  throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
}

module.exports = { WorkerInput, WorkerOutput };
