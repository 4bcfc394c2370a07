// SPDX-License-Identifier: MIT
'use strict';

// A request as the functions of routes and servers see it.

const { utf8Decode } = binding;
const { parse } = JSON;

/** What a route's function is called with. */
class IncomingRequest {
  #bytes;
  #address;

  constructor(request, address, bytes, params, attempt, signal) {
    this.#address = address;
    this.#bytes = bytes;
    this.method = request.method;
    this.url = address.href;
    this.path = address.pathname;
    this.params = params;
    this.headers = request.headers;
    this.attempt = attempt;
    this.signal = signal;
  }

  /** The query as an object; of several values with one name, the last. */
  get query() {
    const found = {};
    this.#address.searchParams.forEach((value, name) => found[name] = value);
    return found;
  }

  /** The body as text; undefined when there is none. */
  get body() {
    return this.#bytes === null ? undefined : utf8Decode(this.#bytes, false, false);
  }

  /** The body as JSON. */
  json() {
    return parse(this.body ?? 'null');
  }
}

module.exports = { IncomingRequest };
