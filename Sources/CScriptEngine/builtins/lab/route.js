// SPDX-License-Identifier: MIT
'use strict';

// One route of the simulated network: what it answers, how fast and how reliably.

const { Gate } = require('lab/gate');
const { latencyOf, usual } = require('lab/latency');
const { outcomesOf } = require('lab/outcomes');
const { hasOwn, optional, readOptions, validateCount, validateDuration, validateInteger, validateString } =
  require('lab/options');
const { fork, toMicroseconds } = require('lab/random');
const { rateLimitOf } = require('lab/rate_limit');
const { codes } = require('internal/errors');
const { validateBoolean } = require('internal/validators');

const known = [
  'latency', 'jitter', 'body', 'status', 'statusText', 'headers', 'failures', 'rateLimit', 'concurrency', 'backlog',
  'timeout', 'hang', 'chunks', 'chunkInterval',
];

// How long Node waits for a connection.
const connectTimeout = 10_000;

function headersOf(value) {
  const { Headers } = require('internal/fetch_headers');
  return new Headers(value);
}

function chunksOf(value, name) {
  if (value === undefined || Array.isArray(value)) return value;
  validateInteger(value, name, 1, 1_000_000);
  return value;
}

/** What was declared for a pattern. */
class Route {
  #random = fork();
  #attempts = 0;
  #body;

  constructor(pattern, options) {
    this.pattern = pattern;
    const declared = typeof options === 'function' ? { body: options } : options;
    readOptions(declared, 'lab.route()', known);
    const { latency = usual, jitter = 0, status = 200, timeout = connectTimeout, hang = false, concurrency = Infinity,
      backlog = Infinity, chunkInterval = 0 } = declared;
    this.latency = latencyOf(latency);
    validateDuration(jitter, 'options.jitter');
    this.jitter = jitter;
    validateInteger(status, 'options.status', 200, 599);
    this.status = status;
    this.statusText = optional(validateString, declared.statusText, 'options.statusText');
    this.headers = headersOf(declared.headers);
    this.nextOutcome = outcomesOf(declared.failures, this.#random, { takesStatus: true });
    this.rateLimit = rateLimitOf(declared.rateLimit);
    validateCount(concurrency, 'options.concurrency', 1);
    validateCount(backlog, 'options.backlog');
    this.gate = new Gate(concurrency);
    this.backlog = backlog;
    validateDuration(timeout, 'options.timeout');
    this.timeout = timeout;
    validateBoolean(hang, 'options.hang');
    this.hangs = hang;
    this.chunks = chunksOf(declared.chunks, 'options.chunks');
    this.chunkInterval = latencyOf(chunkInterval, 'options.chunkInterval');
    if (Array.isArray(declared.chunks) && hasOwn(declared, 'body')) {
      throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.body', 'options.chunks as an array');
    }
    this.#body = declared.body;
  }

  /** Counts a request and returns its number on this route, from 1. */
  countAttempt() {
    return ++this.#attempts;
  }

  /** How long a request takes, in milliseconds. */
  latencyFor(request) {
    const extra = this.jitter === 0 ? 0 : toMicroseconds(this.#random() * this.jitter);
    return this.latency(this.#random, request) + extra;
  }

  /** How long until the next chunk of a body, in milliseconds. */
  intervalFor(request) {
    return this.chunkInterval(this.#random, request);
  }

  /** What the answer's body is made of; may be a promise where the program computes it. */
  bodyFor(request) {
    if (Array.isArray(this.chunks)) return undefined;
    const body = this.#body;
    return typeof body === 'function' ? body(request) : body;
  }
}

module.exports = { Route };
