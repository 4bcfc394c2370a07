// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { kValidateObjectAllowNullable, validateObject } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
// Option that only builtin code can name: makes an event that says it is trusted.
const kTrusted = Symbol('kTrusted');

function defineEnumerable(prototype, names) {
  for (const name of names) Object.defineProperty(prototype, name, { __proto__: null, enumerable: true });
}

/** What listeners receive; see https://dom.spec.whatwg.org/#interface-event. */
class Event {
  #type;
  #bubbles;
  #cancelable;
  #composed;
  #trusted;
  #timeStamp = binding.now();
  #target = null;
  #dispatching = false;
  #defaultPrevented = false;
  #propagationStopped = false;
  #stopped = false;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (options !== undefined) validateObject(options, 'options', kValidateObjectAllowNullable);
    this.#bubbles = Boolean(options?.bubbles);
    this.#cancelable = Boolean(options?.cancelable);
    this.#composed = Boolean(options?.composed);
    this.#type = `${type}`;
    this.#trusted = Boolean(options?.[kTrusted]);
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#type in value)) throw new codes.ERR_INVALID_THIS('Event');
  }

  // The dispatcher's access to private state; removed from the class right after its definition.
  static __internals = {
    isEvent: (value) => value !== null && typeof value === 'object' && #type in value,
    isDispatching: (event) => event.#dispatching,
    isStopped: (event) => event.#stopped,
    start(event, target) {
      event.#target = target;
      event.#dispatching = true;
    },
    end(event) {
      event.#dispatching = false;
    },
  };

  initEvent(type, bubbles = false, cancelable = false) {
    Event.#check(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (this.#dispatching) return;
    this.#type = `${type}`;
    this.#bubbles = Boolean(bubbles);
    this.#cancelable = Boolean(cancelable);
  }

  stopImmediatePropagation() {
    Event.#check(this);
    // Node has no tree to propagate in, and leaves `cancelBubble` as it was.
    this.#stopped = true;
  }

  preventDefault() {
    Event.#check(this);
    this.#defaultPrevented = true;
  }

  get target() {
    Event.#check(this);
    return this.#target;
  }

  get currentTarget() {
    Event.#check(this);
    return this.#dispatching ? this.#target : null;
  }

  get srcElement() {
    Event.#check(this);
    return this.#target;
  }

  get type() {
    Event.#check(this);
    return this.#type;
  }

  get cancelable() {
    Event.#check(this);
    return this.#cancelable;
  }

  get defaultPrevented() {
    Event.#check(this);
    return this.#cancelable && this.#defaultPrevented;
  }

  get timeStamp() {
    Event.#check(this);
    return this.#timeStamp;
  }

  composedPath() {
    Event.#check(this);
    return this.#dispatching ? [this.#target] : [];
  }

  get returnValue() {
    Event.#check(this);
    return !this.#cancelable || !this.#defaultPrevented;
  }

  get bubbles() {
    Event.#check(this);
    return this.#bubbles;
  }

  get composed() {
    Event.#check(this);
    return this.#composed;
  }

  get eventPhase() {
    Event.#check(this);
    return this.#dispatching ? Event.AT_TARGET : Event.NONE;
  }

  get cancelBubble() {
    Event.#check(this);
    return this.#propagationStopped;
  }

  set cancelBubble(value) {
    Event.#check(this);
    if (value) this.#propagationStopped = true;
  }

  stopPropagation() {
    Event.#check(this);
    this.#propagationStopped = true;
  }

  get isTrusted() {
    Event.#check(this);
    return this.#trusted;
  }

  [kInspect](depth, options) {
    Event.#check(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const { inspect } = require('internal/inspect');
    const shown = {
      type: this.#type,
      defaultPrevented: this.defaultPrevented,
      cancelable: this.#cancelable,
      timeStamp: this.#timeStamp,
    };
    const nested = Number.isInteger(options.depth) ? options.depth - 1 : options.depth;
    return `${name} ${inspect(shown, { ...options, depth: nested })}`;
  }
}

const internals = Event.__internals;
delete Event.__internals;

defineEnumerable(Event.prototype, [
  'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget', 'srcElement', 'type',
  'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath', 'returnValue', 'bubbles', 'composed', 'eventPhase',
  'cancelBubble', 'stopPropagation', 'isTrusted',
]);
Object.defineProperty(Event.prototype, 'isTrusted', { __proto__: null, configurable: false });
Object.defineProperty(Event.prototype, Symbol.toStringTag, { __proto__: null, value: 'Event', configurable: true });
['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((name, value) => {
  Object.defineProperty(Event, name, { __proto__: null, value, enumerable: true });
});

/** An event with a payload of the program's own. */
class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (this === null || typeof this !== 'object' || !(#detail in this)) {
      throw new codes.ERR_INVALID_THIS('CustomEvent');
    }
    return this.#detail;
  }
}
defineEnumerable(CustomEvent.prototype, ['detail']);
Object.defineProperty(CustomEvent.prototype, Symbol.toStringTag, {
  __proto__: null,
  value: 'CustomEvent',
  configurable: true,
});

module.exports = { CustomEvent, Event, internals, kTrusted };
