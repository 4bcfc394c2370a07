// SPDX-License-Identifier: MIT
'use strict';

// Request of the Fetch standard (section 5.4): method, address, headers, body and signal. The choices that only a
// browser's network takes notice of have their default values.

const { bodyOf, defineBodyMembers, kBody } = require('internal/fetch_body');
const { Headers } = require('internal/fetch_headers');
const { AbortController, isAbortSignal } = require('internal/abort_controller');
const { baseURL } = require('internal/page_address');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// PATCH is not among them, so that 'patch' is another method (section 2.2.1).
const normalized = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);
const fixed = {
  destination: '', referrer: 'about:client', referrerPolicy: '', mode: 'cors', credentials: 'same-origin',
  cache: 'default', redirect: 'follow', integrity: '', keepalive: false, isReloadNavigation: false,
  isHistoryNavigation: false,
};

function methodOf(value) {
  const text = `${value}`;
  const upper = text.toUpperCase();
  if (!tokenPattern.test(text)) throw new TypeError(`'${text}' is not a valid HTTP method.`);
  if (upper === 'CONNECT' || upper === 'TRACE' || upper === 'TRACK') {
    throw new TypeError(`'${text}' HTTP method is unsupported.`);
  }
  return normalized.has(upper) ? upper : text;
}

function addressOf(input) {
  const { URL } = require('internal/url');
  let address;
  try {
    address = new URL(`${input}`, baseURL);
  } catch (error) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause: error });
  }
  if (address.username !== '' || address.password !== '') {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
  }
  return address;
}

function checkedSignal(signal) {
  if (signal === undefined || signal === null) return undefined;
  if (!isAbortSignal(signal)) {
    throw new TypeError("Failed to construct 'Request': member signal is not of type AbortSignal.");
  }
  return signal;
}

/** What to ask the network for; see https://fetch.spec.whatwg.org/#request-class. */
class Request {
  #url;
  #method;
  #headers;
  #signal;

  constructor(input, init = {}) {
    if (arguments.length === 0) throw new TypeError('Request constructor: 1 argument required, but 0 found.');
    const options = init ?? {};
    const source = input !== null && typeof input === 'object' && #url in input ? input : undefined;
    this.#url = source === undefined ? addressOf(input) : source.#url;
    this.#method = options.method === undefined ? source?.method ?? 'GET' : methodOf(options.method);
    this.#headers = new Headers(options.headers ?? source?.headers);
    this.#signal = 'signal' in options ? checkedSignal(options.signal) : source?.signal;
    const given = options.body ?? null;
    if ((given !== null || source?.body) && (this.#method === 'GET' || this.#method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    const body = this.#bodyOf(given, source);
    Object.defineProperty(this, kBody, { __proto__: null, value: body, writable: true });
  }

  #bodyOf(given, source) {
    if (given === null && source !== undefined) {
      const state = source[kBody];
      if (!state.isNull && state.isUnusable) {
        throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
      }
      const copy = state.clone();
      state.wasRead = !state.isNull;
      return copy;
    }
    const { body, type } = bodyOf(given);
    if (type !== null && !this.#headers.has('content-type')) this.#headers.append('content-type', type);
    return body;
  }

  get method() {
    return this.#method;
  }

  get url() {
    return this.#url.href;
  }

  get headers() {
    return this.#headers;
  }

  get signal() {
    this.#signal ??= new AbortController().signal;
    return this.#signal;
  }

  get duplex() {
    return 'half';
  }

  clone() {
    if (this[kBody].isUnusable) throw new TypeError('Request.clone: Body has already been consumed.');
    const copy = new Request(this.#url, { method: this.#method, headers: this.#headers, signal: this.#signal });
    copy[kBody] = this[kBody].clone();
    return copy;
  }

  [kInspect](depth, options, inspect) {
    if (depth < 0) return `[${this.constructor.name}]`;
    const { method, url, headers, signal } = this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Request ${inspect({ method, url, headers, ...fixed, signal }, inner)}`;
  }

  static __internals = {
    addressOf: (request) => request.#url,
    // The signal that was given, if one was: none is made for a request that nobody can abort.
    signalOf: (request) => request.#signal,
  };
}

const internals = Request.__internals;
delete Request.__internals;
defineBodyMembers(Request);
for (const name of Object.keys(fixed)) {
  Object.defineProperty(Request.prototype, name, {
    __proto__: null,
    get() {
      return fixed[name];
    },
    enumerable: true,
    configurable: true,
  });
}
for (const name of Object.getOwnPropertyNames(Request.prototype)) {
  if (name !== 'constructor') Object.defineProperty(Request.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(Request.prototype, Symbol.toStringTag, { __proto__: null, value: 'Request', configurable: true });

module.exports = { Request, addressOf: internals.addressOf, signalOf: internals.signalOf };
