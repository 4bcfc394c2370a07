// SPDX-License-Identifier: MIT
'use strict';

// A cluster's worker as the cluster sees it: a thread, and the requests that it has not answered yet.

const { onAbort } = require('lab/abort');
const { coded } = require('lab/behaviour');
const { isMissingVariable, scopeHint } = require('lab/cluster_handler');
const { kStarted, loopTimeOf } = require('lab/load_probe');
const { threadName } = require('lab/serve');

// Headers are an object of its own class, which messages do not carry.
function plainHeaders(headers) {
  if (typeof headers?.forEach !== 'function') return headers;
  const found = {};
  headers.forEach((value, name) => found[name] = value);
  return found;
}

/** One worker of a cluster; the owner hears of what becomes of it by `listening`, `settled` and `exited`. */
class ClusterWorker {
  #thread;
  #owner;
  #pending = new Map();
  #measurements = new Map();
  #lastNumber = 0;
  #error = undefined;
  #isReferenced = false;
  #isText;
  #isStopped = false;
  state = 'starting';
  requests = 0;
  failed = 0;
  /** How long its loop had waited when it began to listen. */
  firstUsage = undefined;

  constructor(id, { code, isText }, data, owner) {
    const { Worker } = require('internal/worker');
    this.id = id;
    this.#owner = owner;
    this.#isText = isText;
    this.#thread = new Worker(code, {
      eval: true, name: `${threadName}${isText ? 'text' : 'file'}`, workerData: { id, data },
    });
    this.#thread.on('message', (message) => this.#receive(message));
    this.#thread.on('error', (error) => {
      this.#error = { error };
    });
    this.#thread.on('exit', (code) => this.#exit(code));
    this.#thread.unref();
  }

  /** How many requests it has not answered. */
  get inFlight() {
    return this.#pending.size;
  }

  /** Hands it a request; throws when that cannot be copied. */
  send(call) {
    const { method, path, search, headers, body } = call.source;
    const number = ++this.#lastNumber;
    this.#thread.postMessage({
      kind: 'request', number, request: { method, path: path + search, headers: plainHeaders(headers), body },
    });
    this.requests++;
    this.#pending.set(number, call);
  }

  /** Asks how long its loop has waited; calls back with that, or with nothing when it has ended meanwhile. */
  measure(callback) {
    const number = ++this.#lastNumber;
    this.#measurements.set(number, callback);
    this.#thread.postMessage({ kind: 'measure', number });
  }

  /** Says whether it keeps the program alive. */
  setReferenced(isReferenced) {
    if (isReferenced === this.#isReferenced) return;
    this.#isReferenced = isReferenced;
    if (isReferenced) this.#thread.ref();
    else this.#thread.unref();
  }

  /** Ends its thread, whatever it is doing. */
  terminate() {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#thread.terminate();
  }

  #receive(message) {
    switch (message?.kind) {
      case 'listening':
        this.state = 'listening';
        this.firstUsage = message.usage;
        this.#owner.listening(this);
        break;
      case 'answer':
        this.#answer(message);
        break;
      case 'watch':
        this.#watch(message.number);
        break;
      case 'measured':
        this.#measured(message);
        break;
      default:
    }
  }

  #answer({ number, started, answer, code }) {
    const call = this.#pending.get(number);
    this.#pending.delete(number);
    if (code !== undefined) answer.error.code = code;
    const isFailure = answer.status >= 400;
    if (isFailure) this.failed++;
    call.forget?.();
    this.#note(call, started);
    this.#owner.settled(this, call, isFailure);
    call.resolve(answer);
  }

  #note(call, started) {
    call.original?.[kStarted]?.(loopTimeOf(started), this.id);
  }

  // The handler has asked for the signal of its request.
  #watch(number) {
    const call = this.#pending.get(number);
    const signal = call?.source.signal;
    if (signal === undefined || signal === null) return;
    const abort = () => {
      const { name = 'AbortError', message = `${signal.reason}` } = signal.reason ?? {};
      this.#thread.postMessage({ kind: 'abort', number, reason: { name: `${name}`, message: `${message}` } });
    };
    if (signal.aborted) abort();
    else call.forget = onAbort(signal, abort);
  }

  #measured({ number, usage, started }) {
    for (let index = 0; index < started.length; index++) {
      const call = this.#pending.get(started[index][0]);
      if (call !== undefined) this.#note(call, started[index][1]);
    }
    const callback = this.#measurements.get(number);
    this.#measurements.delete(number);
    callback(usage);
  }

  #exit(code) {
    const wasListening = this.state === 'listening';
    this.state = 'ended';
    const calls = [...this.#pending.values()];
    const measurements = [...this.#measurements.values()];
    this.#pending.clear();
    this.#measurements.clear();
    this.failed += calls.length;
    for (const call of calls) {
      call.forget?.();
      this.#owner.settled(this, call, true);
      const { method, path } = call.source;
      call.reject(this.#deathError(code, `before it had answered ${method} ${path}`));
    }
    for (const callback of measurements) callback(undefined);
    const load = calls.length > 0 ? `while it had ${calls.length} under way` : 'while it had no request';
    this.#owner.exited(this, {
      wasListening, wasNoticed: calls.length > 0, code,
      error: this.#deathError(code, wasListening ? load : 'before it was ready'),
    });
  }

  #deathError(code, when) {
    const name = `worker ${this.id} of ${this.#owner.name}`;
    if (this.#error === undefined) return coded(`${name} ended with code ${code} ${when}`, 'ERR_LAB_WORKER_ENDED');
    const { error } = this.#error;
    const hint = this.#isText && isMissingVariable(error) ? scopeHint : '';
    const died = coded(`${name} ended ${when}: ${error}${hint}`, 'ERR_LAB_WORKER_ENDED');
    Object.defineProperty(died, 'cause', { value: error, writable: true, configurable: true, enumerable: false });
    return died;
  }
}

module.exports = { ClusterWorker };
