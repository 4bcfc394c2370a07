// SPDX-License-Identifier: MIT
'use strict';

// The stream that a body is read from: of the Streams standard (section 4), what reading needs. Chunks are Uint8Arrays.

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kSource = Symbol('source');

function illegal() {
  const { codes } = require('internal/errors');
  return new codes.ERR_ILLEGAL_CONSTRUCTOR();
}

function invalidState(text) {
  const { codes } = require('internal/errors');
  const error = new codes.ERR_INVALID_STATE(text);
  Object.setPrototypeOf(error, TypeError.prototype);
  return error;
}

/** Chunks as they come, and who waits for them; `cancel` hears that nobody wants any more. */
class ChunkQueue {
  chunks = [];
  waiting = [];
  state = 'readable';
  error = undefined;
  isDisturbed = false;
  isLocked = false;
  onClosed = [];

  constructor(cancel = () => {}) {
    this.cancelSource = cancel;
  }

  enqueue(chunk) {
    if (this.state !== 'readable') return;
    if (this.waiting.length > 0) this.waiting.shift().resolve({ value: chunk, done: false });
    else this.chunks.push(chunk);
  }

  close() {
    if (this.state !== 'readable') return;
    this.state = 'closing';
    if (this.chunks.length === 0) this.finish();
  }

  finish() {
    this.state = 'closed';
    for (const { resolve } of this.waiting.splice(0)) resolve({ value: undefined, done: true });
    for (const { resolve } of this.onClosed.splice(0)) resolve(undefined);
  }

  fail(error) {
    if (this.state !== 'readable' && this.state !== 'closing') return;
    this.state = 'errored';
    this.error = error;
    this.chunks = [];
    for (const { reject } of [...this.waiting.splice(0), ...this.onClosed.splice(0)]) reject(error);
  }

  read() {
    this.isDisturbed = true;
    if (this.state === 'errored') return Promise.reject(this.error);
    if (this.chunks.length > 0) {
      const value = this.chunks.shift();
      if (this.chunks.length === 0 && this.state === 'closing') this.finish();
      return Promise.resolve({ value, done: false });
    }
    if (this.state !== 'readable') return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  cancel(reason) {
    this.isDisturbed = true;
    if (this.state === 'errored') return Promise.reject(this.error);
    if (this.state === 'closed') return Promise.resolve();
    this.chunks = [];
    this.finish();
    this.cancelSource(reason);
    return Promise.resolve();
  }
}

/** Reads a stream chunk by chunk; see https://streams.spec.whatwg.org/#default-reader-class. */
class ReadableStreamDefaultReader {
  #source;
  #closed;

  constructor(stream) {
    this.#source = stream[kSource];
    if (this.#source.isLocked) throw invalidState('ReadableStream is locked');
    this.#source.isLocked = true;
  }

  get closed() {
    if (this.#closed === undefined) {
      const source = this.#source;
      this.#closed = new Promise((resolve, reject) => {
        if (source === undefined) reject(invalidState('Reader was released'));
        else if (source.state === 'closed') resolve(undefined);
        else if (source.state === 'errored') reject(source.error);
        else source.onClosed.push({ resolve, reject });
      });
      this.#closed.catch(() => {});
    }
    return this.#closed;
  }

  read() {
    return this.#source?.read() ?? Promise.reject(invalidState('The reader is not attached to a stream'));
  }

  cancel(reason = undefined) {
    return this.#source?.cancel(reason) ?? Promise.reject(invalidState('The reader is not attached to a stream'));
  }

  releaseLock() {
    if (this.#source === undefined) return;
    for (const { reject } of this.#source.waiting.splice(0)) reject(invalidState('Releasing reader'));
    this.#source.isLocked = false;
    this.#source = undefined;
  }
}

/** A body as chunks; see https://streams.spec.whatwg.org/#rs-class. */
class ReadableStream {
  constructor(source = undefined) {
    if (!(source instanceof ChunkQueue)) throw illegal();
    Object.defineProperty(this, kSource, { __proto__: null, value: source });
  }

  get locked() {
    return this[kSource].isLocked;
  }

  getReader() {
    return new ReadableStreamDefaultReader(this);
  }

  cancel(reason = undefined) {
    if (this.locked) return Promise.reject(invalidState('ReadableStream is locked'));
    return this[kSource].cancel(reason);
  }

  async *values({ preventCancel = false } = {}) {
    const reader = this.getReader();
    let isAtEnd = false;
    try {
      for (;;) {
        let result;
        try {
          result = await reader.read();
        } catch (error) {
          isAtEnd = true;
          throw error;
        }
        if (result.done) {
          isAtEnd = true;
          return;
        }
        yield result.value;
      }
    } finally {
      if (!isAtEnd && !preventCancel) reader.cancel();
      reader.releaseLock();
    }
  }

  tee() {
    const reader = this.getReader();
    const branches = [new ChunkQueue(), new ChunkQueue()];
    const pump = () => reader.read().then(
      ({ value, done }) => {
        for (const branch of branches) {
          if (done) branch.close();
          else branch.enqueue(value.slice());
        }
        if (!done) pump();
      },
      (error) => branches.forEach((branch) => branch.fail(error)),
    );
    pump();
    return branches.map((branch) => new ReadableStream(branch));
  }

  [kInspect](depth, options, inspect) {
    if (depth < 0) return `[${this.constructor.name}]`;
    const { isLocked, state } = this[kSource];
    const shown = { locked: isLocked, state: state === 'closing' ? 'readable' : state, supportsBYOB: true };
    return `ReadableStream ${inspect(shown, options)}`;
  }
}

Object.defineProperties(ReadableStream.prototype, {
  [Symbol.asyncIterator]: {
    __proto__: null, value: ReadableStream.prototype.values, writable: true, configurable: true,
  },
  [Symbol.toStringTag]: { __proto__: null, value: 'ReadableStream', configurable: true },
});

/** Whether bytes of a stream were read, or it was cancelled. */
function isDisturbed(stream) {
  return stream[kSource].isDisturbed;
}

/** Makes a stream fail, with what waits in it. */
function failStream(stream, error) {
  stream[kSource].fail(error);
}

module.exports = { ChunkQueue, ReadableStream, failStream, isDisturbed };
