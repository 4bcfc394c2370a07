// SPDX-License-Identifier: MIT
'use strict';

// MessageChannel and MessagePort (HTML standard, section 9.4; Node: src/node_messaging.cc). The native side knows a
// port by the number of its endpoint, queues what is sent there, and calls the functions at the end of this file.

const { defineEventHandler, kNewListener, kRemoveListener, targetInternals } = require('internal/event_target');
const { NodeEventTarget, kMakeEvent } = require('internal/node_event_target');
const { MessageEvent, MessagePortCloseEvent } = require('internal/message_event');
const { elementsOfOptions, nativeTypeError, serializeWith } = require('internal/message_transfer');

const {
  portPair, portObject, portAdopt, portPost, portStart, portStop, portSetReferenced, portHasRef, portClose, portReceive,
} = binding;
const { apply } = Reflect;
const { create, defineProperty, setPrototypeOf } = Object;
const { get, set } = WeakMap.prototype;
const kInspect = Symbol.for('nodejs.util.inspect.custom');
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

/** One end of a channel; programs get it from a MessageChannel or in a message. */
function MessagePort() {
  throw nativeTypeError('ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called');
}
setPrototypeOf(MessagePort, NodeEventTarget);
MessagePort.prototype = create(NodeEventTarget.prototype);
defineProperty(MessagePort.prototype, 'constructor', {
  __proto__: null, value: MessagePort, writable: true, enumerable: false, configurable: true,
});

const methods = {
  postMessage(value, options) {
    const state = requireState(this);
    if (arguments.length === 0) {
      throw nativeTypeError('ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
    }
    // A port that is gone sends to nobody, but what it moves is moved, and what cannot be copied is an error.
    let isLost = false;
    const isPosted = serializeWith(
      (copied, moved, report) => {
        const result = portPost(state.endpoint, copied, moved, report);
        isLost = report[2] === 'target-port';
        return result;
      },
      value, elementsOfOptions(options), this);
    if (isLost) {
      process.emitWarning('The target port was posted to itself, and the communication channel was lost');
    }
    return isPosted || isLost ? true : undefined;
  },

  start() {
    portStart(requireState(this).endpoint);
  },

  ref() {
    const state = requireState(this);
    if (!state.isGone) portSetReferenced(state.endpoint, true);
  },

  unref() {
    portSetReferenced(requireState(this).endpoint, false);
  },

  hasRef() {
    return portHasRef(requireState(this).endpoint);
  },
};
for (const name of ['postMessage', 'start', 'ref', 'unref', 'hasRef']) {
  defineProperty(methods[name], 'length', { __proto__: null, value: 0, configurable: true });
  MessagePort.prototype[name] = methods[name];
}

defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');

MessagePort.prototype.close = function close(callback) {
  const state = requireState(this);
  if (typeof callback === 'function') this.once('close', callback);
  if (state.isGone) return;
  state.isGone = true;
  portClose(state.endpoint);
};

function define(key, value) {
  defineProperty(MessagePort.prototype, key, {
    __proto__: null, value, writable: true, enumerable: false, configurable: true,
  });
}

// A port keeps its loop alive as long as somebody listens for messages.
define(kNewListener, function(size, type, ...rest) {
  apply(NodeEventTarget.prototype[kNewListener], this, [size, type, ...rest]);
  if (type !== 'message' || size !== 1) return;
  this.ref();
  this.start();
});

define(kRemoveListener, function(size, type) {
  if (type !== 'message' || size !== 0) return;
  this.unref();
  portStop(stateOf(this).endpoint);
});

define(kMakeEvent, function(type, value) {
  if (type === 'message' || type === 'messageerror') return new MessageEvent(type, { data: value });
  return apply(NodeEventTarget.prototype[kMakeEvent], this, [type, value]);
});

define(kInspect, function() {
  return require('internal/message_port_inspect').shownPort(this, requireState(this));
});

function ignore() {}

/** The object for an endpoint of this thread. */
function makePort(endpoint) {
  // An object of a class of its own: the engine would copy a plain one that is not in the transfer list.
  const port = portObject(MessagePort.prototype);
  targetInternals.initializeTarget(port);
  apply(set, states, [port, { endpoint, isGone: false, isClosed: false }]);
  // Node listens to these itself, so that they are among a port's eventNames().
  port.on('newListener', ignore);
  port.on('removeListener', ignore);
  portAdopt(port, endpoint);
  return port;
}

/** Two ports: what is posted at one arrives at the other. */
function MessageChannel() {
  if (new.target === undefined) {
    throw nativeTypeError('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without `new`');
  }
  const [first, second] = portPair();
  this.port1 = makePort(first);
  this.port2 = makePort(second);
}

/** The next message that waits at a port, taken at once: `{ message }`, or undefined. */
function receiveMessageOnPort(port) {
  const state = stateOf(port);
  if (state === undefined) {
    throw nativeTypeError('ERR_INVALID_ARG_TYPE', 'The "port" argument must be a MessagePort instance');
  }
  const received = portReceive(state.endpoint);
  return received === undefined ? undefined : { message: received[0] };
}

// MARK: What the native side calls

/** A message has arrived at a port that is started. */
function portMessage(port, data, ports) {
  targetInternals.dispatchValue(port, 'message', data, (type) => new MessageEvent(type, { data, ports }));
}

/** A message has arrived that cannot be read here. */
function portMessageError(port, error) {
  targetInternals.dispatchValue(port, 'messageerror', error, (type) => new MessageEvent(type, { data: error }));
}

/** A port is closed, from either side; it gets nothing any more. */
function portClosed(port) {
  const state = stateOf(port);
  state.isGone = true;
  const event = new MessagePortCloseEvent();
  targetInternals.dispatchValue(port, 'close', event, () => event);
  // Listeners still see it as active, as in Node.
  state.isClosed = true;
}

module.exports = {
  MessageChannel, MessagePort, makePort, portClosed, portMessage, portMessageError, receiveMessageOnPort, stateOf,
};
