// SPDX-License-Identifier: MIT
'use strict';

// fs.ReadStream: a file's contents in chunks, by events or by `for await`. It reads ahead by at most one chunk.

const { AbortError } = require('internal/errors');
const { StringDecoder } = require('node:string_decoder');
const { validateInteger } = require('internal/validators');
const { decode, joined } = require('internal/fs_contents');
const { requests } = require('internal/fs_requests');
const { FileStream, checkRange } = require('internal/fs_stream_base');
const { nextTick } = require('internal/process');

class ReadStream extends FileStream {
  bytesRead = 0;
  readable = true;
  readableEnded = false;
  readableFlowing = null;
  #chunks = [];
  #length = 0;
  #isReading = false;
  #isOver = false;
  #isWanted = false;
  #isOpen = false;
  #decoder = null;
  #wake = null;
  #isAnnounced = false;

  constructor(path, options) {
    super(path, options, { flags: 'r' });
    const given = typeof options === 'string' ? { encoding: options } : options ?? {};
    const { encoding, end, highWaterMark = 65536 } = given;
    this.end = end ?? Infinity;
    if (this.end !== Infinity) validateInteger(this.end, 'end', 0);
    checkRange(this.start, this.end);
    validateInteger(highWaterMark, 'options.highWaterMark', 0);
    this.readableHighWaterMark = highWaterMark;
    if (encoding) this.setEncoding(encoding);
    this._followSignal();
  }

  setEncoding(encoding) {
    this.#decoder = new StringDecoder(encoding);
    return this;
  }

  on(name, listener) {
    super.on(name, listener);
    if (name === 'data' && this.readableFlowing !== false) this.resume();
    if (name === 'readable') {
      this.readableFlowing = false;
      this.#isWanted = true;
      nextTick(() => this.#readAhead());
    }
    return this;
  }

  /** What has arrived since the last time, or null: for listeners of 'readable'. */
  read() {
    let contents = null;
    while (this.#chunks.length > 0) {
      const chunk = this.#take();
      if (contents === null) contents = chunk;
      else contents = typeof chunk === 'string' ? contents + chunk : decode(joined([contents, chunk]));
    }
    if (contents === null) this.#endIfOver();
    else this.#readAhead();
    return contents;
  }

  #announce() {
    if (this.#isAnnounced || this.listenerCount('readable') === 0) return;
    this.#isAnnounced = true;
    nextTick(() => {
      this.#isAnnounced = false;
      this.emit('readable');
    });
  }

  /** Lets chunks arrive as 'data'. */
  resume() {
    if (this.readableFlowing === true) return this;
    this.readableFlowing = true;
    this.#isWanted = true;
    nextTick(() => {
      this.emit('resume');
      this.#flow();
    });
    return this;
  }

  pause() {
    if (this.readableFlowing !== false) {
      this.readableFlowing = false;
      this.emit('pause');
    }
    return this;
  }

  isPaused() {
    return this.readableFlowing === false;
  }

  _opened() {
    this.#isOpen = true;
    this.#readAhead();
  }

  #flow() {
    while (this.readableFlowing === true && this.#chunks.length > 0) this.emit('data', this.#take());
    this.#readAhead();
    this.#endIfOver();
  }

  #take() {
    const chunk = this.#chunks.shift();
    this.#length -= chunk.length;
    return chunk;
  }

  #readAhead() {
    const isFull = this.#length > 0 && this.#length >= this.readableHighWaterMark;
    if (!this.#isOpen || !this.#isWanted || this.#isReading || this.#isOver || this.destroyed || isFull) return;
    const length = Math.min(this.readableHighWaterMark, this.end - (this.pos ?? this.bytesRead) + 1);
    if (length <= 0) return this.#arrive(null);
    this.#isReading = true;
    const request = requests.readBytes(this.fd, length, this.pos);
    this._run(request, (error, bytes) => {
      this.#isReading = false;
      if (error) this.destroy(error);
      else this.#arrive(bytes.length === 0 ? null : bytes);
    });
  }

  // Bytes of the file, or null at its end.
  #arrive(bytes) {
    if (bytes === null) {
      this.#isOver = true;
      const rest = this.#decoder?.end();
      if (rest) this.#deliver(rest);
      this.#announce();
    } else {
      this.bytesRead += bytes.length;
      if (this.pos !== undefined) this.pos += bytes.length;
      const chunk = this.#decoder === null ? decode(bytes) : this.#decoder.write(bytes);
      if (chunk.length > 0) this.#deliver(chunk);
    }
    if (this.listenerCount('readable') === 0) this.#endIfOver();
    nextTick(() => this.#readAhead());
  }

  #deliver(chunk) {
    if (this.readableFlowing === true && this.#chunks.length === 0) {
      this.emit('data', chunk);
      return;
    }
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    this.#announce();
    this.#wake?.();
  }

  #endIfOver() {
    if (!this.#isOver || this.#chunks.length > 0 || !this.readable) return;
    this.readable = false;
    nextTick(() => {
      if (this.destroyed) return;
      this.readableEnded = true;
      this.emit('end');
      if (this.autoClose) this.destroy();
      else this.#wake?.();
    });
  }

  _destroyed() {
    this.readable = false;
  }

  _closed() {
    this.#wake?.();
  }

  _endByClose() {
    this.destroy();
  }

  /** Writes all chunks to a writable stream, as fast as that takes them, and ends it. */
  pipe(destination, options) {
    const { process } = require('internal/process');
    const isStandard = destination === process.stdout || destination === process.stderr;
    this.on('data', (chunk) => {
      if (destination.write(chunk) !== false) return;
      this.pause();
      destination.once('drain', () => this.resume());
    });
    if (options?.end !== false && !isStandard) this.once('end', () => destination.end());
    destination.once('finish', () => destination.emit('unpipe', this));
    destination.emit('pipe', this);
    return destination;
  }

  async *[Symbol.asyncIterator]() {
    this.on('error', () => {});
    this.#isWanted = true;
    this.#readAhead();
    try {
      for (;;) {
        if (this.#chunks.length > 0 && !this.destroyed) {
          const chunk = this.#take();
          this.#readAhead();
          this.#endIfOver();
          yield chunk;
        } else if (this.closed || (this.readableEnded && !this.autoClose)) {
          if (this.errored) throw this.errored;
          return;
        } else {
          await new Promise((resolve) => this.#wake = resolve);
        }
      }
    } finally {
      // Whoever leaves the loop early has aborted the reading; listeners of 'error' hear of that.
      if (this.autoClose && !this.readableEnded) this.destroy(new AbortError());
    }
  }
}

/** fs.createReadStream. */
function createReadStream(path, options) {
  return new ReadStream(path, options);
}

module.exports = { ReadStream, createReadStream };
