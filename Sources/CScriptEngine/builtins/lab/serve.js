// SPDX-License-Identifier: MIT
'use strict';

// A cluster's worker as it is from the inside: requests come as messages from the thread that made the cluster, and
// are handed to a server that is this thread's own.

const { coded } = require('lab/behaviour');
const { isMissingVariable, scopeHint } = require('lab/cluster_handler');
const { commonTime, usage } = require('lab/load_probe');
const { server } = require('lab/server');
const { codes } = require('internal/errors');

const { then } = Promise.prototype;
const { apply } = Reflect;
const { keys } = Object;
const { hasOwnProperty } = Object.prototype;

// What the cluster calls its workers' threads; the kind of the handler follows.
const threadName = 'lab.cluster ';
let target;
let port;
const active = new Map();

/** The request of a message; who asks for its signal hears from then on when it is aborted. */
class SentRequest {
  #number;
  #controller;

  constructor(number, { method, path, headers, body }) {
    this.#number = number;
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  get signal() {
    if (this.#controller === undefined) {
      const { AbortController } = require('internal/abort_controller');
      this.#controller = new AbortController();
      if (active.has(this.#number)) port.postMessage({ kind: 'watch', number: this.#number });
    }
    return this.#controller.signal;
  }

  abort({ name, message }) {
    const { DOMException } = require('internal/domexception');
    this.#controller?.abort(new DOMException(message, name));
  }
}

// An error is copied with its class, message and stack; its code goes beside it.
function post(number, started, answer) {
  const code = answer.error?.code;
  port.postMessage({ kind: 'answer', number, started, answer, code: typeof code === 'string' ? code : undefined });
}

// Of an object with a class of its own, as a Response is, only its own properties would arrive.
function refuseInstances(answer) {
  if (apply(hasOwnProperty, answer, ['status'])) return;
  throw new TypeError('its class would be lost, as that of a Response; return { status, headers, body }');
}

function finish(number, started, answer) {
  active.delete(number);
  const { error } = answer;
  if (isText() && isMissingVariable(error)) {
    error.message += scopeHint;
    answer = { ...answer, body: `${error}` };
  }
  try {
    refuseInstances(answer);
    post(number, started, answer);
  } catch ({ message }) {
    // An answer that cannot be copied is a failure of the handler; of an error that cannot, its text is left.
    const mended = error === undefined
      ? new TypeError(`the handler's answer cannot be sent to the main thread: ${message}`) : new Error(`${error}`);
    post(number, started, { status: 500, body: `${mended}`, error: mended });
  }
}

function begin({ number, request: sent }) {
  const started = commonTime();
  const request = new SentRequest(number, sent);
  active.set(number, { request, started });
  apply(then, target.dispatch(request), [(answer) => finish(number, started, answer)]);
}

// Which handlers run at the moment is part of a measurement, because they may never answer.
function measure({ number }) {
  const started = [...active].map(([running, { started: time }]) => [running, time]);
  port.postMessage({ kind: 'measured', number, usage: usage(), started });
}

function receive(message) {
  switch (message?.kind) {
    case 'request': return begin(message);
    case 'abort': return active.get(message.number)?.request.abort(message.reason);
    case 'measure': return measure(message);
    default: return undefined;
  }
}

function isText() {
  return binding.workerInit.name === `${threadName}text`;
}

// What handlers get as their second argument: this worker's number and its own copy of the cluster's data.
function withContext(handler, context) {
  if (typeof handler === 'function') return (request) => handler(request, context);
  const routes = {};
  for (const pattern of keys(handler.routes)) {
    const each = handler.routes[pattern];
    routes[pattern] = typeof each === 'function' ? (request) => each(request, context) : each;
  }
  return { ...handler, routes };
}

/** In a worker of a cluster, handles its requests with `handler`, a function or `{ routes }`. */
function serve(handler, { unlessServing } = {}) {
  if (!binding.workerInit?.name.startsWith(threadName)) {
    throw coded('lab.serve() is for the workers of a lab.cluster()', 'ERR_LAB_NOT_IN_CLUSTER');
  }
  if (target !== undefined) {
    if (unlessServing !== undefined) return;
    throw coded('this worker has a handler already', 'ERR_LAB_SERVING');
  }
  const isHandler = typeof handler === 'function' || typeof handler?.routes === 'object' && handler.routes !== null;
  if (unlessServing !== undefined && !isHandler) {
    throw coded(`${unlessServing} is no handler module: it exports neither a function nor { routes } by default, and ` +
      'did not call lab.serve()', 'ERR_LAB_NO_HANDLER');
  }
  const { openParentPort, workerData: context } = require('internal/worker_thread');
  if (!isHandler) throw new codes.ERR_INVALID_ARG_TYPE('handler', 'a function or { routes }', handler);
  target = server(withContext(handler, context));
  port = openParentPort();
  port.on('message', receive);
  port.postMessage({ kind: 'listening', usage: usage() });
}

module.exports = { serve, threadName };
