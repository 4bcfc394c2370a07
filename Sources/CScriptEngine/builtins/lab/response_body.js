// SPDX-License-Identifier: MIT
'use strict';

// The body of an answer, at once or in chunks that arrive one after the other.

const { onAbort } = require('lab/abort');
const { Body, bodyOf } = require('internal/fetch_body');
const { ChunkQueue, ReadableStream } = require('internal/fetch_stream');
const { cancel, loopTime, schedule } = require('lab/time');
const { utf8Encode } = binding;
const { stringify } = JSON;

/** A body that may still be arriving. */
class ArrivingBody extends Body {
  #queue;
  #timer;

  /** Makes an empty body, whose rest fails when a signal aborts the request before all was read. */
  constructor(signal) {
    super();
    if (signal !== undefined) this.onRead = onAbort(signal, () => this.#abort(signal.reason));
  }

  /** Lets chunks arrive: the first now, each further one `interval()` milliseconds later. */
  arrive(chunks, interval) {
    this.#queue = new ChunkQueue(() => cancel(this.#timer));
    this.stream = new ReadableStream(this.#queue);
    let next = 0;
    const step = () => {
      if (next < chunks.length) this.#queue.enqueue(chunks[next++]);
      if (next < chunks.length) {
        this.#timer = schedule(step, loopTime() + interval());
      } else {
        this.#timer = undefined;
        this.#queue.close();
        this.onRead?.();
      }
    };
    step();
  }

  #abort(reason) {
    cancel(this.#timer);
    this.fail(reason);
  }
}

function isBytes(value) {
  return ArrayBuffer.isView(value) || (typeof value === 'object' && binding.classOf(value) === 'ArrayBuffer');
}

// Text and bytes are sent as they are; every other value as JSON.
function encode(value, headers) {
  if (typeof value === 'string' || isBytes(value)) {
    const { body, type } = bodyOf(value);
    if (!headers.has('content-type')) headers.set('content-type', type ?? 'application/octet-stream');
    return body.bytes;
  }
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return utf8Encode(stringify(value) ?? 'null');
}

function split(bytes, count) {
  const chunks = [];
  for (let index = 0; index < count; index++) {
    const start = Math.floor(index * bytes.length / count);
    const end = Math.floor((index + 1) * bytes.length / count);
    if (end > start) chunks[chunks.length] = bytes.slice(start, end);
  }
  return chunks;
}

/** The body for a value that a route answers with; sets the headers that say what it is. */
function sendBody(value, headers, route, request) {
  const chunks = route.chunks;
  const isList = Array.isArray(chunks) && value === undefined;
  const hasBody = isList || (value instanceof Body ? !value.isNull : value !== undefined);
  const body = new ArrivingBody(hasBody ? request.signal : undefined);
  if (value instanceof Body) {
    body.bytes = value.bytes;
    body.stream = value.stream;
  } else if (isList) {
    body.arrive(chunks.map((chunk) => encode(chunk, headers)), () => route.intervalFor(request));
  } else if (value !== undefined) {
    const bytes = encode(value, headers);
    if (chunks > 1) body.arrive(split(bytes, chunks), () => route.intervalFor(request));
    else body.bytes = bytes;
  }
  return body;
}

module.exports = { sendBody };
