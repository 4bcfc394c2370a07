// SPDX-License-Identifier: MIT
'use strict';

// An EventTarget with the methods of an EventEmitter, as Node's message ports are: a listener added by `on` gets the
// value, one added by `addEventListener` an event that carries it.

const { codes } = require('internal/errors');
const { CustomEvent, EventTarget, isEventTarget, kMaxListeners, kTakesValue, targetInternals } =
  require('internal/event_target');
const { validateString } = require('internal/validators');

const { addEventListener, removeEventListener } = EventTarget.prototype;
const { apply } = Reflect;

const kMakeEvent = Symbol('kMakeEvent');

/** The base class of MessagePort. */
class NodeEventTarget extends EventTarget {
  static defaultMaxListeners = 10;

  static #check(value) {
    if (isEventTarget(value) && value instanceof NodeEventTarget) return;
    throw new codes.ERR_INVALID_THIS('NodeEventTarget');
  }

  // The event for a value that `emit` was given.
  [kMakeEvent](type, value) {
    return new CustomEvent(type, { detail: value });
  }

  setMaxListeners(count) {
    NodeEventTarget.#check(this);
    require('node:events').setMaxListeners(count, this);
  }

  getMaxListeners() {
    NodeEventTarget.#check(this);
    return this[kMaxListeners];
  }

  eventNames() {
    NodeEventTarget.#check(this);
    return targetInternals.typesOf(this);
  }

  listenerCount(type) {
    NodeEventTarget.#check(this);
    return targetInternals.countOf(this, String(type));
  }

  off(type, listener, options) {
    NodeEventTarget.#check(this);
    apply(removeEventListener, this, [type, listener, options]);
    return this;
  }

  removeListener(type, listener, options) {
    NodeEventTarget.#check(this);
    apply(removeEventListener, this, [type, listener, options]);
    return this;
  }

  on(type, listener) {
    NodeEventTarget.#check(this);
    apply(addEventListener, this, [type, listener, { [kTakesValue]: true }]);
    return this;
  }

  addListener(type, listener) {
    NodeEventTarget.#check(this);
    apply(addEventListener, this, [type, listener, { [kTakesValue]: true }]);
    return this;
  }

  emit(type, value) {
    NodeEventTarget.#check(this);
    validateString(type, 'type');
    const isHeard = targetInternals.countOf(this, type) > 0;
    targetInternals.dispatchValue(this, type, value, (name, detail) => this[kMakeEvent](name, detail));
    return isHeard;
  }

  once(type, listener) {
    NodeEventTarget.#check(this);
    apply(addEventListener, this, [type, listener, { once: true, [kTakesValue]: true }]);
    return this;
  }

  removeAllListeners(type) {
    NodeEventTarget.#check(this);
    targetInternals.forget(this, type === undefined ? undefined : String(type));
    return this;
  }
}

for (const name of ['setMaxListeners', 'getMaxListeners', 'eventNames', 'listenerCount', 'off', 'removeListener', 'on',
  'addListener', 'emit', 'once', 'removeAllListeners']) {
  Object.defineProperty(NodeEventTarget.prototype, name, { __proto__: null, enumerable: true });
}

module.exports = { NodeEventTarget, kMakeEvent };
