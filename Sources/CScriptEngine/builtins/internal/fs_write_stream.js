// SPDX-License-Identifier: MIT
'use strict';

// fs.WriteStream: what is written while a write is under way goes to the file together in the next one.

const { codes } = require('internal/errors');
const { encode, joined, part } = require('internal/fs_contents');
const { requests } = require('internal/fs_requests');
const { FileStream } = require('internal/fs_stream_base');
const { nextTick } = require('internal/process');

class WriteStream extends FileStream {
  bytesWritten = 0;
  writableEnded = false;
  writableFinished = false;
  writableLength = 0;
  writableNeedDrain = false;
  // Bytes and callback of each write() that waits, and of those that are under way.
  #waiting = [];
  #writing = [];
  #endCallbacks = [];
  #encoding = 'utf8';
  #isOpen = false;
  #isFinishing = false;

  constructor(path, options) {
    super(path, options, { flags: 'w' });
    const given = typeof options === 'string' ? { encoding: options } : options ?? {};
    this.writableHighWaterMark = given.highWaterMark ?? 16384;
    if (given.encoding) this.setDefaultEncoding(given.encoding);
    this._followSignal();
  }

  get writable() {
    return !this.destroyed && !this.writableEnded && this.errored === null;
  }

  setDefaultEncoding(encoding) {
    this.#encoding = encoding;
    return this;
  }

  /** Takes a chunk; false when the writer should wait for 'drain'. */
  write(chunk, encoding, callback) {
    if (typeof encoding === 'function') {
      callback = encoding;
      encoding = undefined;
    }
    if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
    if (typeof chunk !== 'string' && !ArrayBuffer.isView(chunk)) {
      throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
    }
    const failure = this.writableEnded ? new codes.ERR_STREAM_WRITE_AFTER_END() :
      this.destroyed ? new codes.ERR_STREAM_DESTROYED('write') : null;
    if (failure !== null) {
      if (callback) nextTick(callback, failure);
      if (!this.destroyed) this.destroy(failure);
      return false;
    }
    const bytes = encode(chunk, encoding ?? this.#encoding);
    this.writableLength += bytes.length;
    const hasRoom = this.writableLength < this.writableHighWaterMark;
    if (!hasRoom) this.writableNeedDrain = true;
    this.#waiting.push({ bytes, callback });
    this.#writeNext();
    return hasRoom;
  }

  /** Takes a last chunk, if there is one, and closes the file when all is written. */
  end(chunk, encoding, callback) {
    const done = [chunk, encoding, callback].find((value) => typeof value === 'function');
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') {
      this.write(chunk, typeof encoding === 'function' ? undefined : encoding);
    }
    if (done) {
      if (this.writableFinished) nextTick(done);
      else this.#endCallbacks.push(done);
    }
    this.writableEnded = true;
    this.#finishIfDone();
    return this;
  }

  _opened() {
    this.#isOpen = true;
    this.#writeNext();
    this.#finishIfDone();
  }

  #writeNext() {
    if (!this.#isOpen || this.destroyed || this.#writing.length > 0 || this.#waiting.length === 0) return;
    const writes = this.#waiting;
    this.#waiting = [];
    this.#writing = writes;
    const chunks = writes.map(({ bytes }) => bytes);
    const length = chunks.reduce((sum, bytes) => sum + bytes.length, 0);
    this.#writeAll(chunks.length === 1 ? chunks[0] : joined(chunks, length), (error) => {
      if (error) return this.destroy(error);
      this.#writing = [];
      this.#complete(writes, length);
    });
  }

  #writeAll(bytes, callback) {
    this._run(requests.write(this.fd, bytes, this.pos ?? null), (error, count) => {
      if (error) return callback(error);
      this.bytesWritten += count;
      if (this.pos !== undefined) this.pos += count;
      if (count < bytes.length) this.#writeAll(part(bytes, count, bytes.length), callback);
      else callback(null);
    });
  }

  #complete(writes, length) {
    this.writableLength -= length;
    this.#writeNext();
    if (this.writableNeedDrain && this.writableLength === 0 && !this.writableEnded) {
      this.writableNeedDrain = false;
      this.emit('drain');
    }
    for (let i = 0; i < writes.length; i++) writes[i].callback?.(null);
    this.#finishIfDone();
  }

  #finishIfDone() {
    const isDone = this.writableEnded && this.#isOpen && this.writableLength === 0;
    if (!isDone || this.#isFinishing || this.destroyed) return;
    this.#isFinishing = true;
    nextTick(() => {
      if (this.destroyed) return;
      this.writableFinished = true;
      const callbacks = this.#endCallbacks;
      this.#endCallbacks = [];
      for (let i = 0; i < callbacks.length; i++) callbacks[i]();
      this.emit('finish');
      if (this.autoClose) this.destroy();
    });
  }

  _destroyed(error) {
    const writes = [...this.#writing, ...this.#waiting];
    const callbacks = [...writes.map(({ callback }) => callback), ...this.#endCallbacks];
    this.#writing = [];
    this.#waiting = [];
    this.#endCallbacks = [];
    if (callbacks.length === 0) return;
    const failure = error ?? new codes.ERR_STREAM_DESTROYED('write');
    nextTick(() => {
      for (let i = 0; i < callbacks.length; i++) callbacks[i]?.(failure);
    });
  }

  _closed() {}

  _endByClose() {
    if (!this.autoClose) this.once('finish', () => this.destroy());
    if (!this.writableEnded) this.end();
  }

  cork() {}
  uncork() {}
}

/** fs.createWriteStream. */
function createWriteStream(path, options) {
  return new WriteStream(path, options);
}

module.exports = { WriteStream, createWriteStream };
