// SPDX-License-Identifier: MIT
'use strict';

// What file streams of both directions share: opening, destroying, closing, and the events that tell of it.

const EventEmitter = require('node:events');
const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateInteger } = require('internal/validators');
const { flagsOf, optionsOf, pathOf } = require('internal/fs_arguments');
const { run } = require('internal/fs_calls');
const { requests } = require('internal/fs_requests');
const { nextTick } = require('internal/process');

/** A file stream: it opens in a tick, and closes once no operation is under way. */
class FileStream extends EventEmitter {
  destroyed = false;
  closed = false;
  errored = null;
  #handle = null;
  #isOpening = false;
  #isBusy = false;
  #closeCallbacks = [];
  #options;

  constructor(path, options, defaults) {
    super();
    const given = { ...defaults, ...optionsOf(options, {}) };
    this.#options = given;
    this.fd = null;
    this.path = given.fd === undefined || given.fd === null ? pathOf(path) : path;
    this.flags = given.flags ?? defaults.flags;
    this.mode = given.mode ?? 0o666;
    this.autoClose = given.autoClose ?? true;
    this.start = checkedPosition(given.start, 'start');
    this.pos = this.start;
    if (typeof given.fd === 'object' && given.fd !== null) this.#handle = given.fd;
    else if (given.fd !== undefined && given.fd !== null) this.fd = given.fd;
    if (this.#handle !== null) this.fd = this.#handle.fd;
    this.#isOpening = this.fd === null;
    nextTick(() => this.#open());
  }

  get pending() {
    return this.fd === null;
  }

  /** Lets the signal of the options destroy the stream; the last thing that a constructor does. */
  _followSignal() {
    const { signal } = this.#options;
    if (signal === undefined) return;
    validateAbortSignal(signal, 'options.signal');
    const abort = () => this.destroy(new AbortError(undefined, { cause: signal.reason }));
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    this.once('close', () => signal.removeEventListener('abort', abort));
  }

  #open() {
    if (!this.#isOpening) {
      if (!this.destroyed) this._opened();
      return;
    }
    let request;
    try {
      request = requests.open(this.path, flagsOf(this.flags), this.mode);
    } catch (error) {
      return this.#failToOpen(error);
    }
    run(request, (error, fd) => {
      if (error) return this.#failToOpen(error);
      this.#isOpening = false;
      this.fd = fd;
      nextTick(() => (this.destroyed ? this.#close() : this._opened()));
      this.emit('open', fd);
      this.emit('ready');
    });
  }

  #failToOpen(error) {
    this.#isOpening = false;
    if (this.destroyed) this.#close();
    else if (this.autoClose) this.destroy(error);
    else nextTick(() => this.emit('error', error));
  }

  /** Runs a request on the open file; a stream that was destroyed meanwhile closes instead of calling back. */
  _run(request, callback) {
    this.#isBusy = true;
    run(request, (error, result) => {
      this.#isBusy = false;
      if (this.destroyed) this.#close(error);
      else callback(error, result);
    });
  }

  /** Ends the stream; with an error, which is emitted before 'close'. */
  destroy(error) {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.errored = error ?? null;
    this._destroyed(error);
    if (!this.#isOpening && !this.#isBusy) this.#close();
    return this;
  }

  #close() {
    const { fd } = this;
    this.fd = null;
    const finish = (closeError) => nextTick(() => this.#tellEnd(this.errored ?? closeError));
    if (fd === null) finish();
    else if (this.#handle !== null) this.#handle.close().then(() => finish(), finish);
    else run(requests.close(fd), finish);
  }

  #tellEnd(error) {
    this.closed = true;
    for (let i = 0; i < this.#closeCallbacks.length; i++) this.#closeCallbacks[i](error ?? null);
    if (error) {
      this.errored = error;
      this.emit('error', error);
    }
    if (this.#options.emitClose !== false) this.emit('close');
    this._closed();
  }

  /** Closes the file and calls back when that is done. */
  close(callback) {
    if (callback !== undefined) {
      validateFunction(callback, 'cb');
      if (this.closed) nextTick(callback);
      else this.#closeCallbacks.push(callback);
    }
    this._endByClose();
  }

  async [Symbol.asyncDispose]() {
    if (this.closed) return;
    const closed = new Promise((resolve) => this.once('close', resolve));
    this.destroy();
    await closed;
  }
}

/** A position in a file, or undefined. */
function checkedPosition(value, name) {
  if (value !== undefined) validateInteger(value, name, 0);
  return value;
}

/** Throws unless a range has its ends in order. */
function checkRange(start, end) {
  if (start !== undefined && start > end) {
    throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${end})`, start);
  }
}

module.exports = { FileStream, checkRange };
