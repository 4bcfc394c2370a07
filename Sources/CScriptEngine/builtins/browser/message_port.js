// SPDX-License-Identifier: MIT
'use strict';

// MessageChannel and MessagePort (HTML 9.4 "Channel messaging") and window.postMessage (9.3). The native side carries
// the messages and queues a task for each at a port that is started. It stands in for internal/message_port.

const { EventTarget, adopt, defineEventHandler, fire, kTrusted } = require('internal/event_target');
const { MessageEvent } = require('internal/page_events');
const { Event } = require('internal/event');
const { runAtBottom } = require('internal/callbacks');
const { elementsOfOptions, serializeWith } = require('internal/message_transfer');
const { finishInterface, requireArguments } = require('internal/web_idl');

const { portPair, portObject, portAdopt, portPost, portStart, portClose } = binding;
const { apply } = Reflect;
const { get, set } = WeakMap.prototype;
const states = new WeakMap();

/** What is known of a port: its endpoint, and whether it was sent away or closed; undefined for anything else. */
function stateOf(value) {
  return apply(get, states, [value]);
}

function requireState(value) {
  const state = stateOf(value);
  if (state === undefined) throw new TypeError('Illegal invocation');
  return state;
}

/** Sends a message through an endpoint; throws at once what cannot be sent. */
function post(endpoint, message, options, source) {
  serializeWith(
    (value, moved, report) => portPost(endpoint, value, moved, report), message, elementsOfOptions(options), source);
}

/** One end of a channel; messages wait until it is started. */
class MessagePort extends EventTarget {
  constructor() {
    throw new TypeError('Illegal constructor');
  }

  postMessage(message, transferOrOptions = undefined) {
    requireArguments(arguments.length, 1, 'postMessage', 'MessagePort');
    post(requireState(this).endpoint, message, transferOrOptions, this);
  }

  start() {
    portStart(requireState(this).endpoint);
  }

  close() {
    const state = requireState(this);
    if (state.isGone) return;
    state.isGone = true;
    state.isClosedHere = true;
    portClose(state.endpoint);
  }
}
finishInterface(MessagePort, ['postMessage', 'start', 'close']);
for (const name of ['message', 'messageerror', 'close']) defineEventHandler(MessagePort.prototype, name);

// Setting onmessage starts the port, which addEventListener does not.
const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
Object.defineProperty(MessagePort.prototype, 'onmessage', {
  ...onmessage,
  set(value) {
    apply(onmessage.set, this, [value]);
    this.start();
  },
});

/** The object for an endpoint of this thread; `deliver` takes its messages in place of listeners. */
function makePort(endpoint, deliver = undefined) {
  const port = portObject(MessagePort.prototype);
  adopt(port);
  apply(set, states, [port, { endpoint, deliver, isGone: false, isClosedHere: false }]);
  portAdopt(port, endpoint);
  return port;
}

/** A pair of ports: what is posted to one comes out of the other. */
class MessageChannel {
  #ports = portPair().map((endpoint) => makePort(endpoint));

  get port1() { return this.#ports[0]; }
  get port2() { return this.#ports[1]; }
}
finishInterface(MessageChannel, ['port1', 'port2']);

/** Fires a message at a target. */
function fireMessage(target, data, ports, origin = '', source = null) {
  fire(target, new MessageEvent('message', { data, ports, origin, source, [kTrusted]: true }));
}

// A window posts to itself through a channel that nobody sees.
let windowEndpoint;

function openWindowChannel() {
  const [sending, receiving] = portPair();
  makePort(sending);
  // This page has an opaque origin.
  makePort(receiving, (data, ports) => fireMessage(globalThis, data, ports, 'null', globalThis));
  portStart(receiving);
  return sending;
}

/** Posts a message to this window itself, if the target origin is its own. */
function postMessage(message, targetOriginOrOptions = undefined, transfer = undefined) {
  requireArguments(arguments.length, 1, 'postMessage', 'Window');
  const options = typeof targetOriginOrOptions === 'string' ? { targetOrigin: targetOriginOrOptions, transfer }
    : targetOriginOrOptions ?? {};
  const { targetOrigin = '/' } = options;
  // No origin that can be written names an opaque one.
  if (targetOrigin !== '/' && targetOrigin !== '*') {
    require('internal/structured_clone').structuredClone(message, { transfer: options.transfer ?? [] });
    return;
  }
  windowEndpoint ??= openWindowChannel();
  post(windowEndpoint, message, options.transfer ?? []);
}

// What the native side calls, each time in a task.

/** A message has arrived at a port that is started. */
function portMessage(port, data, ports) {
  runAtBottom(() => {
    const state = stateOf(port);
    if (state.deliver !== undefined) state.deliver(data, ports);
    else if (!state.isGone) fireMessage(port, data, ports);
  });
}

/** A message has arrived that cannot be read here. */
function portMessageError(port, error) {
  runAtBottom(() => fire(port, new MessageEvent('messageerror', { data: error, [kTrusted]: true })));
}

/** A port is closed; the one that the other side closed hears of it. */
function portClosed(port) {
  const state = stateOf(port);
  state.isGone = true;
  if (!state.isClosedHere) runAtBottom(() => fire(port, new Event('close', { [kTrusted]: true })));
}

module.exports = {
  MessageChannel, MessagePort, fireMessage, makePort, portClosed, portMessage, portMessageError, post, postMessage,
  stateOf,
};
