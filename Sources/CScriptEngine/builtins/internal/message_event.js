// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { Event } = require('internal/event');

function requirePort(value, name) {
  const { stateOf } = require('internal/message_port');
  if (stateOf(value) === undefined) throw new codes.ERR_INVALID_ARG_TYPE(name, 'MessagePort', value);
}

/** What listeners of messages receive; see https://html.spec.whatwg.org/multipage/comms.html#messageevent. */
class MessageEvent extends Event {
  #data;
  #origin;
  #lastEventId;
  #source;
  #ports;

  constructor(type, { data = null, origin = '', lastEventId = '', source = null, ports = [] } = {}) {
    super(type);
    this.#data = data;
    this.#origin = `${origin}`;
    this.#lastEventId = `${lastEventId}`;
    this.#source = source;
    if (source !== null) requirePort(source, 'init.source');
    this.#ports = [...ports];
    for (let index = 0; index < this.#ports.length; index++) requirePort(this.#ports[index], `init.ports[${index}]`);
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#data in value)) {
      throw new codes.ERR_INVALID_THIS('MessageEvent');
    }
  }

  get data() {
    MessageEvent.#check(this);
    return this.#data;
  }

  get origin() {
    MessageEvent.#check(this);
    return this.#origin;
  }

  get lastEventId() {
    MessageEvent.#check(this);
    return this.#lastEventId;
  }

  get source() {
    MessageEvent.#check(this);
    return this.#source;
  }

  get ports() {
    MessageEvent.#check(this);
    return this.#ports;
  }
}

for (const name of ['data', 'origin', 'lastEventId', 'source', 'ports']) {
  Object.defineProperty(MessageEvent.prototype, name, { __proto__: null, enumerable: true });
}

/** What listeners of the end of a port receive. */
class MessagePortCloseEvent extends Event {
  constructor() {
    super('close');
  }
}

module.exports = { MessageEvent, MessagePortCloseEvent };
