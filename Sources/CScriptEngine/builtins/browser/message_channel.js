// SPDX-License-Identifier: MIT
'use strict';

// MessageChannel and MessagePort (HTML 9.4 "Channel messaging") and window.postMessage (9.3) within one page.

const { EventTarget, defineEventHandler, fire, kTrusted } = require('internal/event_target');
const { MessageEvent } = require('internal/page_events');
const { structuredClone } = require('internal/structured_clone');
const { queueTask } = require('internal/tasks');
const { finishInterface, requireArguments } = require('internal/web_idl');

const allowed = Symbol('allowed');

let entangle;

function optionsOf(transferOrOptions) {
  return Array.isArray(transferOrOptions) ? { transfer: transferOrOptions } : transferOrOptions ?? {};
}

function deliver(target, data, origin, source) {
  fire(target, new MessageEvent('message', { data, origin, source, [kTrusted]: true }));
}

/** One end of a channel; messages wait until it is started. */
class MessagePort extends EventTarget {
  #other = null;
  // The port message queue, until it is enabled; from then on messages are tasks at once.
  #waiting = [];
  #isEnabled = false;

  static {
    entangle = (first, second) => {
      first.#other = second;
      second.#other = first;
    };
  }

  constructor(key = undefined) {
    if (key !== allowed) throw new TypeError('Illegal constructor');
    super();
  }

  postMessage(message, transferOrOptions = undefined) {
    requireArguments(arguments.length, 1, 'postMessage', 'MessagePort');
    const data = structuredClone(message, optionsOf(transferOrOptions));
    const target = this.#other;
    if (target === null) return;
    if (target.#isEnabled) target.#queue(data);
    else target.#waiting.push(data);
  }

  #queue(data) {
    queueTask('postedMessage', () => {
      if (this.#isEnabled) deliver(this, data);
    }, 'postMessage');
  }

  start() {
    if (this.#isEnabled) return;
    this.#isEnabled = true;
    for (const data of this.#waiting.splice(0)) this.#queue(data);
  }

  close() {
    this.#isEnabled = false;
    this.#waiting = [];
    if (this.#other !== null) this.#other.#other = null;
    this.#other = null;
  }
}
finishInterface(MessagePort, ['postMessage', 'start', 'close']);
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');

// Setting onmessage starts the port, which addEventListener does not.
const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
Object.defineProperty(MessagePort.prototype, 'onmessage', {
  ...onmessage,
  set(value) {
    Reflect.apply(onmessage.set, this, [value]);
    this.start();
  },
});

/** A pair of ports: what is posted to one comes out of the other. */
class MessageChannel {
  #ports;

  constructor() {
    this.#ports = [new MessagePort(allowed), new MessagePort(allowed)];
    entangle(...this.#ports);
  }

  get port1() { return this.#ports[0]; }
  get port2() { return this.#ports[1]; }
}
finishInterface(MessageChannel, ['port1', 'port2']);

/** Posts a message to this window itself, if the target origin is its own. */
function postMessage(message, targetOriginOrOptions = undefined, transfer = undefined) {
  requireArguments(arguments.length, 1, 'postMessage', 'Window');
  const options = typeof targetOriginOrOptions === 'string' ? { targetOrigin: targetOriginOrOptions, transfer }
    : targetOriginOrOptions ?? {};
  const { targetOrigin = '/' } = options;
  const data = structuredClone(message, { transfer: options.transfer ?? [] });
  // This page has an opaque origin: no origin that can be written names it.
  if (targetOrigin !== '/' && targetOrigin !== '*') return;
  queueTask('postedMessage', () => deliver(globalThis, data, 'null', globalThis), 'postMessage');
}

module.exports = { MessageChannel, MessagePort, postMessage };
