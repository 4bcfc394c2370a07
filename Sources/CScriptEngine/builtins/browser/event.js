// SPDX-License-Identifier: MIT
'use strict';

// Event and CustomEvent (DOM standard, sections 2.2 and 2.4). It stands in for internal/event, whose events are Node's.

const { finishInterface, requireArguments } = require('internal/web_idl');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
// Option that only builtin code can name: makes an event that says it is trusted.
const kTrusted = Symbol('kTrusted');

let stateOf;

/** What listeners receive; see https://dom.spec.whatwg.org/#interface-event. */
class Event {
  // The flags and attributes, for the dispatch as well.
  #state;

  static {
    stateOf = (event) => {
      if (event === null || typeof event !== 'object' || !(#state in event)) return undefined;
      return event.#state;
    };
  }

  constructor(type, options = undefined) {
    requireArguments(arguments.length, 1, 'constructor', new.target.name);
    this.#state = {
      type: `${type}`,
      bubbles: Boolean(options?.bubbles),
      cancelable: Boolean(options?.cancelable),
      composed: Boolean(options?.composed),
      isTrusted: Boolean(options?.[kTrusted]),
      timeStamp: binding.now(),
      target: null,
      currentTarget: null,
      eventPhase: 0,
      path: [],
      isDispatching: false,
      stopsPropagation: false,
      stopsImmediately: false,
      isCanceled: false,
      isInPassiveListener: false,
    };
  }

  get type() { return this.#state.type; }
  get target() { return this.#state.target; }
  get srcElement() { return this.#state.target; }
  get currentTarget() { return this.#state.currentTarget; }
  get eventPhase() { return this.#state.eventPhase; }
  get bubbles() { return this.#state.bubbles; }
  get cancelable() { return this.#state.cancelable; }
  get composed() { return this.#state.composed; }
  get isTrusted() { return this.#state.isTrusted; }
  get timeStamp() { return this.#state.timeStamp; }
  get defaultPrevented() { return this.#state.isCanceled; }
  get returnValue() { return !this.#state.isCanceled; }
  set returnValue(value) { if (!value) this.preventDefault(); }
  get cancelBubble() { return this.#state.stopsPropagation; }
  set cancelBubble(value) { if (value) this.#state.stopsPropagation = true; }

  composedPath() {
    return this.#state.path.slice();
  }

  stopPropagation() {
    this.#state.stopsPropagation = true;
  }

  stopImmediatePropagation() {
    this.#state.stopsPropagation = true;
    this.#state.stopsImmediately = true;
  }

  preventDefault() {
    const state = this.#state;
    if (state.cancelable && !state.isInPassiveListener) state.isCanceled = true;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    requireArguments(arguments.length, 1, 'initEvent', 'Event');
    const state = this.#state;
    if (state.isDispatching) return;
    Object.assign(state, {
      type: `${type}`, bubbles: Boolean(bubbles), cancelable: Boolean(cancelable), isTrusted: false, target: null,
      isCanceled: false, stopsPropagation: false, stopsImmediately: false,
    });
  }

  [kInspect](depth, options, inspect) {
    const { name } = this.constructor;
    if (depth < 0) return name;
    const { type, isTrusted, defaultPrevented, timeStamp } = this;
    const nested = options.depth === null ? null : options.depth - 1;
    return `${name} ${inspect({ type, isTrusted, defaultPrevented, timeStamp }, { ...options, depth: nested })}`;
  }
}

finishInterface(Event, [
  'type', 'target', 'srcElement', 'currentTarget', 'eventPhase', 'bubbles', 'cancelable', 'composed', 'isTrusted',
  'timeStamp', 'defaultPrevented', 'returnValue', 'cancelBubble', 'composedPath', 'stopPropagation',
  'stopImmediatePropagation', 'preventDefault', 'initEvent',
]);
['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((name, value) => {
  const constant = { __proto__: null, value, enumerable: true };
  Object.defineProperty(Event, name, constant);
  Object.defineProperty(Event.prototype, name, constant);
});

/** An event with a payload of the program's own. */
class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    super(...arguments);
    this.#detail = options?.detail ?? null;
  }

  get detail() { return this.#detail; }
}
finishInterface(CustomEvent, ['detail']);

module.exports = { CustomEvent, Event, kTrusted, stateOf };
