// SPDX-License-Identifier: MIT
'use strict';

// Whole files: readFile, writeFile, appendFile and truncate, with callbacks and without. The callback forms take as
// many trips to the pool as Node's do (Node: lib/internal/fs/read/context.js and writeAll in lib/fs.js).

const { codes } = require('internal/errors');
const { validateBoolean } = require('internal/validators');
const { abortOf, callbackOf, dataOf, flagsOf, lengthOf, optionsOf, pathOf } = require('internal/fs_arguments');
const { decode, joined, part } = require('internal/fs_contents');
const { run, runSync } = require('internal/fs_calls');
const { requests } = require('internal/fs_requests');
const { nextTick } = require('internal/process');

const sizeLimit = 2 ** 31 - 1;
const chunkSize = 512 * 1024;
const unknownSizeChunk = 64 * 1024;

function isDescriptor(path) {
  return Number.isInteger(path) && path === (path | 0);
}

/** The size to expect of a file that was opened; 0 where only reading to the end tells. */
function sizeOf(stats) {
  const size = stats.isFile() ? stats.size : 0;
  if (size > sizeLimit) throw new codes.ERR_FS_FILE_TOO_LARGE(size);
  return size;
}

function chunkLength(size, position) {
  return size === 0 ? unknownSizeChunk : Math.min(chunkSize, size - position);
}

/** One readFile with a callback, from its opening to its closing. */
class FileReading {
  #chunks = [];
  #position = 0;
  #size = 0;
  #failure = null;

  constructor(fd, isOurs, { encoding, signal }, callback) {
    this.fd = fd;
    this.isOurs = isOurs;
    this.encoding = encoding;
    this.signal = signal;
    this.callback = callback;
  }

  start() {
    run(requests.fstat(this.fd), (error, stats) => {
      if (error) return this.#close(error);
      try {
        this.#size = sizeOf(stats);
      } catch (tooLarge) {
        return this.#close(tooLarge);
      }
      this.#read();
    });
  }

  #read() {
    const abort = abortOf(this.signal);
    if (abort) return this.#close(abort);
    run(requests.readBytes(this.fd, chunkLength(this.#size, this.#position)), (error, bytes) => {
      if (error) return this.#close(error);
      this.#chunks.push(bytes);
      this.#position += bytes.length;
      if (bytes.length === 0 || this.#position === this.#size) this.#close(null);
      else this.#read();
    });
  }

  #close(failure) {
    this.#failure = failure;
    if (this.isOurs) run(requests.close(this.fd), (error) => this.#finish(error));
    else nextTick(() => this.#finish(null));
  }

  #finish(error) {
    const failure = this.#failure ?? error;
    if (failure) return this.callback(failure);
    let contents;
    try {
      contents = contentsOf(this.#chunks, this.#position, this.encoding);
    } catch (unreadable) {
      return this.callback(unreadable);
    }
    this.callback(null, contents);
  }
}

function contentsOf(chunks, length, encoding) {
  return decode(chunks.length === 1 ? chunks[0] : joined(chunks, length), encoding);
}

function readFile(path, options, callback) {
  callback = callbackOf(callback || options);
  options = optionsOf(options, { flag: 'r' });
  if (isDescriptor(path)) {
    nextTick(() => new FileReading(path, false, options, callback).start());
    return;
  }
  const abort = abortOf(options.signal);
  if (abort) return callback(abort);
  run(requests.open(pathOf(path), flagsOf(options.flag), 0o666), (error, fd) => {
    if (error) callback(error);
    else new FileReading(fd, true, options, callback).start();
  });
}

function readFileSync(path, options) {
  options = optionsOf(options, { flag: 'r' });
  const isOurs = !isDescriptor(path);
  const fd = isOurs ? runSync(requests.open(path, flagsOf(options.flag), 0o666)) : path;
  try {
    const size = sizeOf(runSync(requests.fstat(fd)));
    const chunks = [];
    let position = 0;
    for (;;) {
      const bytes = runSync(requests.readBytes(fd, chunkLength(size, position)));
      chunks.push(bytes);
      position += bytes.length;
      if (bytes.length === 0 || position === size) return contentsOf(chunks, position, options.encoding);
    }
  } finally {
    if (isOurs) runSync(requests.close(fd));
  }
}

function writeOptionsOf(options, flag = 'w') {
  const given = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag });
  const { flush = false } = given;
  validateBoolean(flush ?? false, 'options.flush');
  return { ...given, flag: given.flag || flag, flush: Boolean(flush) };
}

/** Writes all bytes, syncs them if that was asked for, and closes what writeFile opened. */
function writeAll(fd, isOurs, bytes, options, callback) {
  const finish = (failure) => {
    if (isOurs) run(requests.close(fd), (error) => callback(failure ?? error));
    else callback(failure);
  };
  const abort = abortOf(options.signal);
  if (abort) return finish(abort);
  run(requests.write(fd, bytes, null), (error, count) => {
    if (error) finish(error);
    else if (count < bytes.length) writeAll(fd, isOurs, part(bytes, count, bytes.length), options, callback);
    else if (options.flush) run(requests.fsync(fd), finish);
    else finish(null);
  });
}

function writeFile(path, data, options, callback) {
  callback = callbackOf(callback || options);
  options = writeOptionsOf(options);
  const bytes = dataOf(data, options.encoding);
  if (isDescriptor(path)) return writeAll(path, false, bytes, options, callback);
  const abort = abortOf(options.signal);
  if (abort) return callback(abort);
  run(requests.open(path, options.flag, options.mode), (error, fd) => {
    if (error) callback(error);
    else writeAll(fd, true, bytes, options, callback);
  });
}

function writeFileSync(path, data, options) {
  options = writeOptionsOf(options);
  let bytes = dataOf(data, options.encoding);
  const isOurs = !isDescriptor(path);
  const fd = isOurs ? runSync(requests.open(path, options.flag, options.mode)) : path;
  try {
    while (bytes.length > 0) {
      const count = runSync(requests.write(fd, bytes, null));
      bytes = part(bytes, count, bytes.length);
    }
    if (options.flush) runSync(requests.fsync(fd));
  } finally {
    if (isOurs) runSync(requests.close(fd));
  }
}

function appendOptionsOf(path, options) {
  const given = writeOptionsOf(options, 'a');
  return isDescriptor(path) ? { ...given, flag: 'a' } : given;
}

function appendFile(path, data, options, callback) {
  callback = callbackOf(callback || options);
  writeFile(path, data, appendOptionsOf(path, options), callback);
}

function appendFileSync(path, data, options) {
  writeFileSync(path, data, appendOptionsOf(path, options));
}

function truncate(path, length, callback) {
  if (typeof length === 'function') {
    callback = length;
    length = 0;
  }
  callbackOf(callback);
  const checked = lengthOf(length);
  run(requests.open(path, 'r+'), (openError, fd) => {
    if (openError) return callback(openError);
    run(requests.ftruncate(fd, checked), (error) => {
      run(requests.close(fd), (closeError) => callback(error ?? closeError));
    });
  });
}

function truncateSync(path, length) {
  const fd = runSync(requests.open(path, 'r+'));
  try {
    runSync(requests.ftruncate(fd, length));
  } finally {
    runSync(requests.close(fd));
  }
}

module.exports = {
  appendFile, appendFileSync, chunkSize, contentsOf, readFile, readFileSync, sizeOf, truncate, truncateSync,
  unknownSizeChunk, writeFile, writeFileSync, writeOptionsOf,
};
