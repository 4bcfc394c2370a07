// SPDX-License-Identifier: MIT
'use strict';

// The events that a page fires by itself (HTML 8.1.4.6, 8.1.4.7, 9.1).

const { Event } = require('internal/event');
const { finishInterface, requireArguments } = require('internal/web_idl');

/** What window hears of an uncaught exception. */
class ErrorEvent extends Event {
  #init;

  constructor(type, init = undefined) {
    super(...arguments);
    const { message = '', filename = '', lineno = 0, colno = 0, error } = init ?? {};
    this.#init = { message: `${message}`, filename: `${filename}`, lineno: lineno >>> 0, colno: colno >>> 0, error };
  }

  get message() { return this.#init.message; }
  get filename() { return this.#init.filename; }
  get lineno() { return this.#init.lineno; }
  get colno() { return this.#init.colno; }
  get error() { return this.#init.error; }
}
finishInterface(ErrorEvent, ['message', 'filename', 'lineno', 'colno', 'error']);

/** What window hears of a rejected promise that nobody handled, or that somebody handled late. */
class PromiseRejectionEvent extends Event {
  #promise;
  #reason;

  constructor(type, init) {
    requireArguments(arguments.length, 2, 'constructor', 'PromiseRejectionEvent');
    super(type, init);
    this.#promise = init.promise;
    this.#reason = init.reason;
  }

  get promise() { return this.#promise; }
  get reason() { return this.#reason; }
}
finishInterface(PromiseRejectionEvent, ['promise', 'reason']);

/** A message from another window, port or worker. */
class MessageEvent extends Event {
  #init;

  constructor(type, init = undefined) {
    super(...arguments);
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init ?? {};
    this.#init = { data, origin: `${origin}`, lastEventId: `${lastEventId}`, source, ports: Object.freeze([...ports]) };
  }

  get data() { return this.#init.data; }
  get origin() { return this.#init.origin; }
  get lastEventId() { return this.#init.lastEventId; }
  get source() { return this.#init.source; }
  get ports() { return this.#init.ports; }
}
finishInterface(MessageEvent, ['data', 'origin', 'lastEventId', 'source', 'ports']);

module.exports = { ErrorEvent, MessageEvent, PromiseRejectionEvent };
