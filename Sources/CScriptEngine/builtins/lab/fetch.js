// SPDX-License-Identifier: MIT
'use strict';

// fetch, with the routes of lab.route() instead of a network.

const { abortable } = require('lab/abort');
const { usual } = require('lab/latency');
const { beginRecord, describeRoutes, findRoute } = require('lab/network');
const { connectTimeout, connectionReset, fetchFailed, headersTimeout, noRoute, reasonOf } =
  require('lab/network_errors');
const { IncomingRequest } = require('lab/incoming_request');
const { cancel, patience, scheduleAnswer } = require('lab/time');
const { sendBody } = require('lab/response_body');
const { Headers } = require('internal/fetch_headers');
const { Request, addressOf, signalOf } = require('internal/fetch_request');
const { kBody } = require('internal/fetch_body');
const { Response, makeResponse } = require('internal/fetch_response');

const { then } = Promise.prototype;
const { apply } = Reflect;

/** One request on its way: at most one thing is scheduled for it at a time. */
class Flight {
  #timer = undefined;
  #leaveGate = undefined;
  #isOver = false;
  #route;
  #endRecord;

  constructor(request, bytes, signal, resolve, reject) {
    this.address = addressOf(request);
    this.method = request.method;
    this.signal = signal;
    this.resolve = resolve;
    this.reject = reject;
    const found = findRoute(this.method, this.address);
    this.#route = found?.value;
    this.#endRecord = beginRecord(this.method, this.address.href, found?.value.pattern ?? null);
    if (found === undefined) {
      const cause = noRoute(this.method, this.address, describeRoutes());
      this.#after(usual, () => this.#fail('no route', fetchFailed(cause)));
      return;
    }
    this.request = new IncomingRequest(request, this.address, bytes, found.params, this.#route.countAttempt(),
      signal);
    this.#guard(() => this.#arrive());
  }

  // The server's door: a rate limit and a full backlog turn the request away, a limit of concurrency lets it wait.
  #arrive() {
    const route = this.#route;
    const wait = route.rateLimit?.admit() ?? 0;
    if (wait > 0) {
      const seconds = `${Math.ceil(wait / 1000)}`;
      this.#after(route.latencyFor(this.request), () => this.#refuse(429, { 'retry-after': seconds }));
      return;
    }
    if (route.gate.inUse >= route.gate.limit && route.gate.waiting >= route.backlog) {
      this.#after(route.latencyFor(this.request), () => this.#refuse(503, {}));
      return;
    }
    const giveUp = route.gate.enter(() => {
      this.#leaveGate = () => route.gate.leave();
      this.#guard(() => this.#serve());
    });
    this.#leaveGate ??= giveUp;
  }

  // What a route's own functions throw is no failure of the network, and is shown as it is.
  #guard(step) {
    try {
      step();
    } catch (error) {
      this.#fail('error', error);
    }
  }

  #serve() {
    const route = this.#route;
    const outcome = route.nextOutcome(this.request);
    if (route.hangs || outcome.kind === 'hang') {
      this.#after(patience, () => this.#fail('hang', fetchFailed(headersTimeout())));
      return;
    }
    if (outcome.kind === 'timeout') {
      const error = connectTimeout(this.address, route.timeout);
      this.#after(route.timeout, () => this.#fail('timeout', fetchFailed(error)));
      return;
    }
    this.#after(route.latencyFor(this.request), () => this.#answer(outcome));
  }

  #answer(outcome) {
    if (outcome.kind === 'fail') this.#fail('fail', fetchFailed(connectionReset()));
    else if (outcome.kind === 'error') this.#fail('error', fetchFailed(outcome.error));
    else if (outcome.kind === 'status') this.#refuse(outcome.status, {});
    else this.#compute();
  }

  // The route's function may take its time; one that throws is the server's own failure.
  #compute() {
    let body;
    try {
      body = this.#route.bodyFor(this.request);
    } catch (error) {
      this.#crash(error);
      return;
    }
    if (body instanceof Promise) apply(then, body, [(value) => this.#deliver(value), (error) => this.#crash(error)]);
    else this.#deliver(body);
  }

  #crash(error) {
    this.#refuse(500, {}, `${error}`);
  }

  #deliver(value) {
    const { status, statusText, headers } = this.#route;
    if (value instanceof Response) {
      this.#respond(value.status, value.statusText || reasonOf(value.status), new Headers(value.headers), value[kBody]);
      return;
    }
    this.#respond(status, statusText ?? reasonOf(status), new Headers(headers), value);
  }

  #refuse(status, headers, text = reasonOf(status)) {
    this.#respond(status, reasonOf(status), new Headers(headers), text);
  }

  #respond(status, statusText, headers, value) {
    // The program may have given up while the route's function was still at work.
    if (this.#isOver) return;
    const body = sendBody(value, headers, this.#route, this.request);
    const { href } = this.address;
    const response = makeResponse(body, { type: 'basic', url: href, status, statusText, headers });
    this.#end(status < 400 ? 'ok' : 'status', status);
    this.resolve(response);
  }

  #fail(outcome, error) {
    this.#end(outcome);
    this.reject(error);
  }

  /** Ends the request from the program's side. */
  abort() {
    cancel(this.#timer);
    this.#end('aborted');
  }

  #end(outcome, status) {
    this.#isOver = true;
    this.#endRecord(outcome, status);
    const leave = this.#leaveGate;
    this.#leaveGate = undefined;
    leave?.();
  }

  #after(ms, callback) {
    this.#timer = scheduleAnswer(callback, ms);
  }
}

function send(request, bytes, signal) {
  return abortable(signal, (resolve, reject) => {
    const flight = new Flight(request, bytes, signal, resolve, reject);
    return () => flight.abort();
  });
}

/** Asks the simulated network; see https://fetch.spec.whatwg.org/#fetch-method. */
function fetch(input, init = undefined) {
  let request;
  try {
    request = new Request(input, init);
  } catch (error) {
    return Promise.reject(error);
  }
  const signal = signalOf(request);
  if (signal?.aborted) return Promise.reject(signal.reason);
  const body = request[kBody];
  if (body.stream === undefined) return send(request, body.bytes, signal);
  return apply(then, body.read(), [(bytes) => send(request, bytes, signal)]);
}

module.exports = { fetch };
