// SPDX-License-Identifier: MIT
'use strict';

// FileHandle: an open file of fs.promises (Node: lib/internal/fs/promises.js).

const EventEmitter = require('node:events');
const { abortOf, dataOf, optionsOf } = require('internal/fs_arguments');
const { runPromise } = require('internal/fs_calls');
const { decode, encode, joined, newBuffer, part } = require('internal/fs_contents');
const { chunkSize, sizeOf, unknownSizeChunk, writeOptionsOf } = require('internal/fs_files');
const { requests } = require('internal/fs_requests');
const { readTarget, writeSource } = require('internal/fs_transfers');

function requireNoAbort(signal) {
  const abort = abortOf(signal);
  if (abort) throw abort;
}

function closedError(syscall) {
  const error = new Error('file closed');
  return Object.assign(error, { code: 'EBADF', syscall });
}

/** An open file. */
class FileHandle extends EventEmitter {
  #fd;
  // The operations under way and the program's own hold; the last one that lets go closes the file.
  #holds = 1;
  #closing;
  #resolveClosing;
  #rejectClosing;

  constructor(fd) {
    super();
    this.#fd = fd;
  }

  get fd() {
    return this.#fd;
  }

  async #use(syscall, operation, ...operands) {
    if (this.#fd === -1) throw closedError(syscall);
    const fd = this.#fd;
    this.#holds++;
    try {
      return await operation(fd, ...operands);
    } finally {
      this.#holds--;
      if (this.#holds === 0) {
        this.#fd = -1;
        runPromise(requests.close(fd)).then(this.#resolveClosing, this.#rejectClosing);
      }
    }
  }

  #run(name, ...operands) {
    return this.#use(name, async (fd) => await runPromise(requests[name](fd, ...operands)));
  }

  appendFile(data, options) {
    return this.#use('appendFile', writeContents, data, writeOptionsOf(options));
  }

  chmod(mode) {
    return this.#run('fchmod', mode);
  }

  datasync() {
    return this.#run('fdatasync');
  }

  read(buffer, offset, length, position) {
    return this.#use('read', readPart, buffer, offset, length, position);
  }

  readFile(options) {
    return this.#use('readFile', readContents, optionsOf(options, {}));
  }

  stat(options) {
    return this.#run('fstat', options);
  }

  sync() {
    return this.#run('fsync');
  }

  truncate(length) {
    return this.#run('ftruncate', length);
  }

  utimes(atime, mtime) {
    return this.#run('futimes', atime, mtime);
  }

  write(data, offset, length, position) {
    return this.#use('write', writePart, data, offset, length, position);
  }

  writeFile(data, options) {
    return this.#use('writeFile', writeContents, data, writeOptionsOf(options));
  }

  createReadStream(options) {
    const { ReadStream } = require('internal/fs_streams');
    return new ReadStream(undefined, { ...optionsOf(options, {}), fd: this });
  }

  createWriteStream(options) {
    const { WriteStream } = require('internal/fs_write_stream');
    return new WriteStream(undefined, { ...optionsOf(options, {}), fd: this });
  }

  close() {
    if (this.#fd === -1) return Promise.resolve();
    if (this.#closing) return this.#closing;
    this.#holds--;
    const fd = this.#fd;
    let closed;
    if (this.#holds === 0) {
      this.#fd = -1;
      closed = runPromise(requests.close(fd));
    } else {
      closed = new Promise((resolve, reject) => {
        this.#resolveClosing = resolve;
        this.#rejectClosing = reject;
      });
    }
    this.#closing = closed.finally(() => this.#closing = undefined);
    this.emit('close');
    return this.#closing;
  }

  async [Symbol.asyncDispose]() {
    await this.close();
  }
}

async function readPart(fd, buffer, offset, length, position) {
  const target = readTarget(buffer, offset, length, position);
  const { view } = target;
  if (target.length === 0) return { __proto__: null, bytesRead: 0, buffer: view };
  const bytesRead = await runPromise(requests.read(fd, view, target.offset, target.length, target.position));
  return { __proto__: null, bytesRead, buffer: view };
}

async function writePart(fd, data, offset, length, position) {
  if (data?.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer: data };
  const source = writeSource(data, offset, length, position);
  const bytesWritten = await runPromise(requests.write(fd, source.bytes, source.position));
  return { __proto__: null, bytesWritten, buffer: data };
}

/** Reads an open file from where it stands to its end. */
async function readContents(fd, { encoding, signal }) {
  requireNoAbort(signal);
  const stats = await runPromise(requests.fstat(fd));
  requireNoAbort(signal);
  const size = sizeOf(stats);
  const chunks = [];
  let position = 0;
  for (;;) {
    requireNoAbort(signal);
    const length = size === 0 ? unknownSizeChunk : Math.min(size - position, chunkSize);
    const bytes = await runPromise(requests.readBytes(fd, length));
    chunks.push(bytes);
    position += bytes.length;
    const isShort = size !== 0 && size <= chunkSize && bytes.length !== length;
    if (bytes.length === 0 || position === size || isShort) return decode(joined(chunks, position), encoding);
  }
}

async function writeBytes(fd, bytes, signal) {
  let position = 0;
  while (position < bytes.length) {
    requireNoAbort(signal);
    const end = Math.min(position + chunkSize, bytes.length);
    position += await runPromise(requests.write(fd, part(bytes, position, end), null));
  }
}

/** Writes data, or all that an iterable yields, where an open file stands. */
async function writeContents(fd, data, { encoding, signal }) {
  requireNoAbort(signal);
  const isIterable = typeof data === 'object' && data !== null && !ArrayBuffer.isView(data)
    && (data[Symbol.iterator] || data[Symbol.asyncIterator]);
  if (!isIterable) return await writeBytes(fd, dataOf(data, encoding), signal);
  for await (const chunk of data) {
    requireNoAbort(signal);
    await writeBytes(fd, ArrayBuffer.isView(chunk) ? encode(chunk) : encode(`${chunk}`, encoding), signal);
    requireNoAbort(signal);
  }
}

module.exports = { FileHandle, readContents, requireNoAbort, writeContents };
