// SPDX-License-Identifier: MIT
'use strict';

// What Request and Response have in common: a body that can be read once (Fetch standard, section 5.2).

const { ChunkQueue, ReadableStream, failStream, isDisturbed } = require('internal/fetch_stream');
const { utf8Decode, utf8Encode } = binding;
const { parse } = JSON;

const kBody = Symbol('body');
const unusable = 'Body is unusable: Body has already been read';

/** The state of one body: bytes that are there, or a stream. */
class Body {
  bytes = null;
  stream = undefined;
  wasRead = false;
  failure = undefined;
  /** Called when the bytes are read. */
  onRead = undefined;

  get isNull() {
    return this.bytes === null && this.stream === undefined;
  }

  get isUsed() {
    return this.wasRead || (this.stream !== undefined && isDisturbed(this.stream));
  }

  get isUnusable() {
    return this.isUsed || this.stream?.locked === true;
  }

  /** The body as a stream, which is made of the bytes when it is first asked for. */
  get asStream() {
    if (this.stream === undefined && this.bytes !== null) {
      const queue = new ChunkQueue();
      if (this.bytes.length > 0) queue.enqueue(this.bytes);
      queue.close();
      if (this.failure !== undefined) queue.fail(this.failure.error);
      if (this.wasRead) {
        queue.isDisturbed = true;
        queue.chunks = [];
        queue.finish();
      }
      this.stream = new ReadableStream(queue);
    }
    return this.stream ?? null;
  }

  /** Makes what has not been read yet fail, as when a signal aborts the request. */
  fail(error) {
    if (this.wasRead) return;
    this.failure = { error };
    if (this.stream !== undefined) failStream(this.stream, error);
  }

  /** All bytes, once. */
  read() {
    if (this.isNull) return Promise.resolve(new Uint8Array());
    if (this.isUnusable) return Promise.reject(new TypeError(unusable));
    if (this.failure !== undefined) return Promise.reject(this.failure.error);
    if (this.stream !== undefined) return readAll(this.stream);
    this.wasRead = true;
    this.onRead?.();
    return Promise.resolve(this.bytes);
  }

  clone() {
    const copy = new Body();
    copy.failure = this.failure;
    if (this.stream !== undefined) [this.stream, copy.stream] = this.stream.tee();
    else copy.bytes = this.bytes;
    return copy;
  }
}

async function readAll(stream) {
  const reader = stream.getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks[chunks.length] = value;
    length += value.length;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (let index = 0; index < chunks.length; index++) {
    bytes.set(chunks[index], offset);
    offset += chunks[index].length;
  }
  return bytes;
}

/** A body of what a program gives for one, and its content type; null where the value says nothing about it. */
function bodyOf(value) {
  const body = new Body();
  if (value === null || value === undefined) return { body, type: null };
  if (value instanceof ReadableStream) {
    if (value.locked || isDisturbed(value)) {
      throw new TypeError('Response body object should not be disturbed or locked');
    }
    body.stream = value;
    return { body, type: null };
  }
  const kind = typeof value === 'object' ? binding.classOf(value) : undefined;
  if (kind === 'ArrayBuffer') {
    body.bytes = new Uint8Array(value.slice(0));
    return { body, type: null };
  }
  if (ArrayBuffer.isView(value)) {
    body.bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
    return { body, type: null };
  }
  if (typeof value === 'object' && typeof value[Symbol.asyncIterator] === 'function') {
    body.stream = streamOf(value);
    return { body, type: null };
  }
  body.bytes = utf8Encode(`${value}`);
  const isQuery = value instanceof require('internal/url').URLSearchParams;
  return { body, type: isQuery ? 'application/x-www-form-urlencoded;charset=UTF-8' : 'text/plain;charset=UTF-8' };
}

// The chunks of an async iterable, which is asked for all of them at once.
function streamOf(iterable) {
  let isCancelled = false;
  const queue = new ChunkQueue(() => isCancelled = true);
  const pump = async () => {
    try {
      for await (const chunk of iterable) {
        if (isCancelled) return;
        queue.enqueue(typeof chunk === 'string' ? utf8Encode(chunk) : chunk);
      }
      queue.close();
    } catch (error) {
      queue.fail(error);
    }
  };
  pump();
  return new ReadableStream(queue);
}

function stateOf(value, name) {
  const state = value?.[kBody];
  if (!(state instanceof Body)) throw new TypeError(`${name}: the receiver has no body`);
  return state;
}

/** Gives a class the members that read a body. */
function defineBodyMembers(Class) {
  const members = {
    get body() {
      return stateOf(this, 'body').asStream;
    },
    get bodyUsed() {
      return stateOf(this, 'bodyUsed').isUsed;
    },
    async arrayBuffer() {
      const bytes = await stateOf(this, 'arrayBuffer').read();
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    },
    async bytes() {
      return (await stateOf(this, 'bytes').read()).slice();
    },
    async json() {
      return parse(utf8Decode(await stateOf(this, 'json').read(), false, false));
    },
    async text() {
      return utf8Decode(await stateOf(this, 'text').read(), false, false);
    },
  };
  Object.defineProperties(Class.prototype, Object.getOwnPropertyDescriptors(members));
}

module.exports = { Body, bodyOf, defineBodyMembers, kBody };
