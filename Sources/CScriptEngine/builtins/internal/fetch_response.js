// SPDX-License-Identifier: MIT
'use strict';

// Response of the Fetch standard (section 5.5).

const { Body, bodyOf, defineBodyMembers, kBody } = require('internal/fetch_body');
const { Headers } = require('internal/fetch_headers');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kInternal = Symbol('internal');
const withoutBody = [101, 103, 204, 205, 304];

function checkStatus(status) {
  const number = Math.trunc(Number(status)) || 0;
  if (number < 200 || number > 599) {
    throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
  }
  return number;
}

/** The answer to a request; see https://fetch.spec.whatwg.org/#response-class. */
class Response {
  #state = { type: 'default', url: '', status: 200, statusText: '', headers: undefined };

  constructor(body = null, init = {}) {
    if (init !== null && typeof init === 'object' && kInternal in init) {
      this.#state = init[kInternal];
      Object.defineProperty(this, kBody, { __proto__: null, value: body, writable: true });
      return;
    }
    const { status = 200, statusText = '', headers } = init ?? {};
    this.#state.status = checkStatus(status);
    this.#state.statusText = `${statusText}`;
    this.#state.headers = new Headers(headers);
    const { body: state, type } = bodyOf(body);
    if (!state.isNull && withoutBody.includes(this.#state.status)) {
      throw new TypeError(`Response constructor: Invalid response status code ${this.#state.status}`);
    }
    if (type !== null && !this.#state.headers.has('content-type')) this.#state.headers.append('content-type', type);
    Object.defineProperty(this, kBody, { __proto__: null, value: state, writable: true });
  }

  get type() {
    return this.#state.type;
  }

  get url() {
    return this.#state.url;
  }

  get redirected() {
    return false;
  }

  get status() {
    return this.#state.status;
  }

  get ok() {
    return this.#state.status >= 200 && this.#state.status <= 299;
  }

  get statusText() {
    return this.#state.statusText;
  }

  get headers() {
    return this.#state.headers;
  }

  clone() {
    const state = this[kBody];
    if (state.isUnusable) throw new TypeError('Response.clone: Body has already been consumed.');
    const copy = { ...this.#state, headers: new Headers(this.#state.headers) };
    return new Response(state.clone(), { [kInternal]: copy });
  }

  static error() {
    const state = { type: 'error', url: '', status: 0, statusText: '', headers: new Headers() };
    return new Response(new Body(), { [kInternal]: state });
  }

  static json(data, init = {}) {
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const headers = new Headers(init?.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(text, { ...init, headers });
  }

  static redirect(url, status = 302) {
    const { href } = new (require('internal/url').URL)(`${url}`);
    if (![301, 302, 303, 307, 308].includes(status)) throw new RangeError(`Invalid status code ${status}`);
    return new Response(null, { status, headers: { location: href } });
  }

  [kInspect](depth, options, inspect) {
    if (depth < 0) return `[${this.constructor.name}]`;
    const { status, statusText, headers, body, bodyUsed, ok, redirected, type, url } = this;
    const shown = { status, statusText, headers, body, bodyUsed, ok, redirected, type, url };
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Response ${inspect(shown, inner)}`;
  }
}

defineBodyMembers(Response);
for (const name of Object.getOwnPropertyNames(Response.prototype)) {
  if (name !== 'constructor') Object.defineProperty(Response.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(Response.prototype, Symbol.toStringTag, {
  __proto__: null, value: 'Response', configurable: true,
});

/** A response as the network gives it: `state` has type, url, status, statusText and headers. */
function makeResponse(body, state) {
  return new Response(body, { [kInternal]: state });
}

module.exports = { Response, makeResponse };
