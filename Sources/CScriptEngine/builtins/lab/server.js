// SPDX-License-Identifier: MIT
'use strict';

// A server without a network: a handler, or one for each route, that requests are dispatched to.

const { PatternTable } = require('lab/patterns');
const { readOptions, validateFunction, validateObject, validateString } = require('lab/options');
const { reasonOf } = require('lab/network_errors');
const { codes } = require('internal/errors');

const { then } = Promise.prototype;
const { apply } = Reflect;

/** A request as handlers see it. */
class ServerRequest {
  #source;

  constructor(source, params) {
    this.#source = source;
    this.method = source.method;
    this.path = source.path;
    this.params = params;
    this.headers = source.headers ?? {};
    this.body = source.body;
  }

  /** The query as an object; of several values with one name, the last. */
  get query() {
    const found = {};
    new (require('internal/url').URLSearchParams)(this.#source.search)
      .forEach((value, name) => found[name] = value);
    return found;
  }

  /** Is aborted when whoever asked gives up; undefined for who never does. */
  get signal() {
    return this.#source.signal;
  }
}

/** Reads 'GET /path?query', '/path' or `{ method, path, headers, body, signal }`. */
function readRequest(request) {
  if (typeof request === 'string') {
    const space = request.indexOf(' ');
    return readRequest({ method: space < 0 ? 'GET' : request.slice(0, space), path: request.slice(space + 1) });
  }
  validateObject(request, 'request');
  const { method = 'GET', path = '/' } = request;
  validateString(method, 'request.method');
  validateString(path, 'request.path');
  if (path[0] !== '/') throw new codes.ERR_INVALID_ARG_VALUE('request.path', path, "must begin with '/'");
  const mark = path.indexOf('?');
  const { headers, body } = request;
  return {
    method, headers, body,
    path: mark < 0 ? path : path.slice(0, mark),
    search: mark < 0 ? '' : path.slice(mark),
    // It may be made when somebody asks for it.
    get signal() {
      return request.signal;
    },
  };
}

// What a handler gives back is a Response, an object with a status, or else the body itself.
function answerOf(value) {
  if (value === undefined) return { status: 204, body: undefined };
  if (value !== null && typeof value === 'object' && typeof value.status === 'number') return value;
  return { status: 200, body: value };
}

/** A handler with a name and a count of what it does. */
class Server {
  #handler = undefined;
  #routes = undefined;
  #inFlight = 0;
  #maxInFlight = 0;
  #requests = 0;
  #failed = 0;

  constructor(handler, options) {
    const { name = 'server' } = readOptions(options, 'lab.server()', ['name']);
    validateString(name, 'options.name');
    this.name = name;
    if (typeof handler === 'function') this.#handler = handler;
    else this.#declare(handler);
  }

  #declare(table) {
    if (table === null || typeof table !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('handler', 'a function or { routes }', table);
    }
    const { routes } = readOptions(table, 'lab.server()', ['routes'], 'handler');
    validateObject(routes, 'handler.routes');
    this.#routes = new PatternTable();
    for (const pattern of Object.keys(routes)) {
      validateFunction(routes[pattern], `handler.routes['${pattern}']`);
      this.#routes.set(pattern, routes[pattern], 'handler.routes');
    }
  }

  /** Hands a request to the handler; resolves with its answer, which has status 500 when the handler failed. */
  dispatch(request) {
    const source = readRequest(request);
    let handler = this.#handler;
    let params = {};
    if (handler === undefined) {
      const found = this.#routes.find(source.method, undefined, source.path);
      if (found === undefined) return Promise.resolve({ status: 404, body: reasonOf(404) });
      handler = found.value;
      params = found.params;
    }
    this.#requests++;
    if (++this.#inFlight > this.#maxInFlight) this.#maxInFlight = this.#inFlight;
    let result;
    try {
      result = handler(new ServerRequest(source, params));
    } catch (error) {
      return Promise.resolve(this.#crashed(error));
    }
    if (result === null || typeof result !== 'object' || typeof result.then !== 'function') {
      return Promise.resolve(this.#answered(result));
    }
    const promise = result instanceof Promise ? result : new Promise((resolve) => resolve(result));
    return apply(then, promise, [(value) => this.#answered(value), (error) => this.#crashed(error)]);
  }

  #answered(value) {
    this.#inFlight--;
    const answer = answerOf(value);
    if (answer.status >= 400) this.#failed++;
    return answer;
  }

  #crashed(error) {
    this.#inFlight--;
    this.#failed++;
    return { status: 500, body: `${error}`, error };
  }

  /** How many requests came, failed, and are or were under way at once. */
  stats() {
    return {
      requests: this.#requests, failed: this.#failed, inFlight: this.#inFlight, maxInFlight: this.#maxInFlight,
    };
  }
}

/** Makes a server of a handler, or of `{ routes }`, a handler for each pattern. */
function server(handler, options = {}) {
  return new Server(handler, options);
}

module.exports = { readRequest, server };
