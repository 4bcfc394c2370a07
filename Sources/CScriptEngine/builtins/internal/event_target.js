// SPDX-License-Identifier: MIT
'use strict';

// EventTarget as Node has it: no tree, so a dispatch visits the listeners of one target, and a listener's error goes
// to the next tick instead of stopping the dispatch.

const { codes } = require('internal/errors');
const { CustomEvent, Event, internals, kTrusted } = require('internal/event');
const { validateAbortSignal, validateObject, kValidateObjectAllowObjects } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kIsEventTarget = Symbol.for('nodejs.event_target');
const kMaxListeners = Symbol('events.maxEventTargetListeners');
const kMaxListenersWarned = Symbol('events.maxEventTargetListenersWarned');
// Called on the target after a listener was added or removed, with (number of listeners left, type, …).
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
// Listener option of builtin code that must hear of the event even after stopImmediatePropagation().
const kResistStopPropagation = Symbol('kResistStopPropagation');
// Listener option of `NodeEventTarget.on`: the listener takes the value that an event carries, not the event.
const kTakesValue = Symbol('kTakesValue');

// Listeners of one type form a linked list: a dispatch that is under way sees a listener appended behind the one
// being called, and skips those removed meanwhile.
//
// Fields, so that a setter which a program puts on Object.prototype is not asked.
class Listener {
  listener;
  capture;
  once;
  passive;
  resistsStop;
  takesValue;
  removed = false;
  previous = undefined;
  next = undefined;
  callback;

  constructor(listener, { capture, once, passive, resistsStop, takesValue }) {
    this.listener = listener;
    this.capture = capture;
    this.once = once;
    this.passive = passive;
    this.resistsStop = resistsStop;
    this.takesValue = takesValue;
    this.callback = typeof listener === 'function' ?
      listener :
      async (...args) => {
        if (listener.handleEvent) await listener.handleEvent(...args);
      };
  }

  unlink(list) {
    this.previous.next = this.next;
    if (this.next !== undefined) this.next.previous = this.previous;
    if (list.last === this) list.last = this.previous;
    this.removed = true;
    list.size--;
  }
}

class ListenerList {
  size = 0;
  next = undefined;
  last = this;

  append(node) {
    node.previous = this.last;
    this.last.next = node;
    this.last = node;
    this.size++;
  }

  find(listener, capture) {
    let node = this.next;
    while (node !== undefined && (node.listener !== listener || node.capture !== capture)) node = node.next;
    return node;
  }
}

function throwOnNextTick(error) {
  globalThis.process.nextTick(() => {
    throw error;
  });
}

function watchResult(result) {
  const { then } = result;
  if (typeof then === 'function') Reflect.apply(then, result, [undefined, throwOnNextTick]);
}

function normalizeOptions(options) {
  if (typeof options === 'boolean') return { capture: options, once: false, passive: false };
  if (options === null || options === undefined) return { capture: false, once: false, passive: false };
  validateObject(options, 'options', kValidateObjectAllowObjects);
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
    resistsStop: Boolean(options[kResistStopPropagation]),
    takesValue: Boolean(options[kTakesValue]),
  };
}

// Null and undefined are allowed and do nothing; anything else that cannot listen is an error.
function canListen(listener) {
  if (typeof listener === 'function' || (typeof listener === 'object' && listener !== null)) return true;
  if (listener === null || listener === undefined) return false;
  throw new codes.ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

function typeNameOf(type) {
  if (typeof type === 'symbol') throw new codes.ERR_INVALID_ARG_VALUE('value', type);
  return `${type}`;
}

function warn(text, name, target, type, count) {
  const warning = new Error(text);
  warning.name = name;
  warning.target = target;
  warning.type = type;
  if (count !== undefined) warning.count = count;
  globalThis.process.emitWarning(warning);
}

// What makes an object a target: fields that are put on an object made elsewhere, as message ports are.
class TargetState extends (function(target) { return target; }) {
  #listeners = new Map();
  #handlers = new Map();

  static isPartOf(value) {
    return Object(value) === value && #listeners in value;
  }

  static listenersOf(target) {
    return target.#listeners;
  }

  static handlersOf(target) {
    return target.#handlers;
  }
}

const { handlersOf, isPartOf: isEventTarget, listenersOf: listsOf } = TargetState;

// A program may replace the methods of maps, and would meet these.
const getFrom = Function.prototype.call.bind(Map.prototype.get);
const setIn = Function.prototype.call.bind(Map.prototype.set);
const deleteFrom = Function.prototype.call.bind(Map.prototype.delete);

/** Makes an object, whose prototype has the methods, a target without listeners. */
function initializeTarget(object) {
  new TargetState(object);
  const limit = require('node:events').defaultMaxListeners;
  Object.defineProperties(object, {
    [kMaxListeners]: { __proto__: null, value: limit, writable: true, configurable: true },
    [kMaxListenersWarned]: { __proto__: null, value: false, writable: true, configurable: true },
  });
}

function requireTarget(value) {
  if (!isEventTarget(value)) throw new codes.ERR_INVALID_THIS('EventTarget');
}

function remove(target, list, node, type) {
  node.unlink(list);
  if (list.size === 0 && getFrom(listsOf(target), type) === list) deleteFrom(listsOf(target), type);
  target[kRemoveListener](list.size, type, node.listener, node.capture);
}

// Without an event, one is made of the value when the first listener comes that takes events.
function dispatch(target, type, event, value, makeEvent) {
  if (event !== undefined) internals.start(event, target);
  const list = getFrom(listsOf(target), type);
  let node = list?.next;
  while (node !== undefined) {
    // Taken before the call: what the last listener appends waits for the next event.
    const { next } = node;
    if (!node.removed && (node.resistsStop || event === undefined || !internals.isStopped(event))) {
      if (node.once) remove(target, list, node, type);
      if (event === undefined && !node.takesValue) {
        event = makeEvent(type, value);
        internals.start(event, target);
      }
      call(target, node, event, node.takesValue ? value : event);
    }
    node = next;
  }
  if (event !== undefined) internals.end(event);
}

function call(target, node, event, argument) {
  try {
    const result = Reflect.apply(node.callback, target, [argument]);
    // As in Node, the second listener already finds the event in phase 0 and without a current target.
    if (event !== undefined) internals.end(event);
    if (result !== undefined && result !== null) watchResult(result);
  } catch (error) {
    throwOnNextTick(error);
  }
}

/** Receives events and calls the listeners added for them; see https://dom.spec.whatwg.org/#interface-eventtarget. */
class EventTarget {
  static [kIsEventTarget] = true;

  constructor() {
    initializeTarget(this);
  }

  // Hooks for subclasses that must know whether anybody listens.
  [kNewListener](size, type) {
    const limit = this[kMaxListeners];
    if (limit <= 0 || size <= limit || this[kMaxListenersWarned]) return;
    this[kMaxListenersWarned] = true;
    const { inspect } = require('internal/inspect');
    warn(
      `Possible EventTarget memory leak detected. ${size} ${type} listeners added to ` +
      `${inspect(this, { depth: -1 })}. MaxListeners is ${limit}. Use events.setMaxListeners() to increase limit`,
      'MaxListenersExceededWarning', this, type, size,
    );
  }

  [kRemoveListener]() {}

  addEventListener(type, listener, options = undefined) {
    requireTarget(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    const settings = normalizeOptions(options);
    const { signal } = settings;
    validateAbortSignal(signal, 'options.signal');
    if (!canListen(listener)) {
      warn(
        `addEventListener called with ${listener} which has no effect.`,
        'AddEventListenerArgumentTypeWarning', this, type,
      );
      return;
    }
    const name = typeNameOf(type);
    if (signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', () => this.removeEventListener(name, listener, options), {
        once: true,
        [kResistStopPropagation]: true,
      });
    }
    let list = getFrom(listsOf(this), name);
    if (list === undefined) {
      list = new ListenerList();
      setIn(listsOf(this), name, list);
    }
    if (list.find(listener, settings.capture) !== undefined) return;
    list.append(new Listener(listener, settings));
    this[kNewListener](list.size, name, listener, settings.once, settings.capture, settings.passive);
  }

  removeEventListener(type, listener, options = undefined) {
    requireTarget(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    if (!canListen(listener)) return;
    const name = typeNameOf(type);
    const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
    const list = getFrom(listsOf(this), name);
    const node = list?.find(listener, capture);
    if (node === undefined) return;
    remove(this, list, node, name);
  }

  dispatchEvent(event) {
    requireTarget(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('event');
    if (!internals.isEvent(event)) throw new codes.ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (internals.isDispatching(event)) throw new codes.ERR_EVENT_RECURSION(event.type);
    dispatch(this, event.type, event, event);
    return event.defaultPrevented !== true;
  }

  [kInspect](depth, options) {
    requireTarget(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const { inspect } = require('internal/inspect');
    return `${name} ${inspect({}, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}

// Builtin code's access to the state of a target.
const targetInternals = {
  handlersOf,
  initializeTarget,
  listenersOf(target, type) {
    const found = [];
    let node = getFrom(listsOf(target), type)?.next;
    for (; node !== undefined; node = node.next) found.push(node.listener);
    return found;
  },
  // An `on…` attribute that holds no function keeps its listener's place and does nothing.
  countActive(target, type) {
    const attribute = getFrom(handlersOf(target), type);
    let count = 0;
    let node = getFrom(listsOf(target), type)?.next;
    for (; node !== undefined; node = node.next) {
      if (node.listener !== attribute || typeof attribute.handler === 'function') count += 1;
    }
    return count;
  },
  // The lists of a target, a Map by type.
  listsOf: (target) => listsOf(target),
  countOf: (target, type) => getFrom(listsOf(target), type)?.size ?? 0,
  typesOf: (target) => [...listsOf(target).keys()],
  // Forgets listeners without a word to the hooks, as Node's removeAllListeners does.
  forget(target, type) {
    if (type === undefined) listsOf(target).clear();
    else deleteFrom(listsOf(target), type);
  },
  // Hands a value to listeners; those that take events get the one that `makeEvent` makes of it.
  dispatchValue: (target, type, value, makeEvent) => dispatch(target, type, undefined, value, makeEvent),
};

for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
  Object.defineProperty(EventTarget.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(EventTarget.prototype, Symbol.toStringTag, {
  __proto__: null,
  value: 'EventTarget',
  configurable: true,
});

// Makes the listener behind an `on…` attribute; replacing the handler keeps its place among the listeners.
function makeHandlerListener(initial) {
  function eventHandler(...args) {
    if (typeof eventHandler.handler !== 'function') return undefined;
    return Reflect.apply(eventHandler.handler, this, args);
  }
  Object.defineProperty(eventHandler, 'handler', {
    __proto__: null, value: initial, writable: true, enumerable: true, configurable: true,
  });
  return eventHandler;
}

/** Defines the attribute `on<name>` on the prototype of an EventTarget class, for events of type `event`. */
function defineEventHandler(prototype, name, event = name) {
  const { get, set } = Object.getOwnPropertyDescriptor({
    get [`on${name}`]() {
      return getFrom(handlersOf(this), event)?.handler ?? null;
    },
    set [`on${name}`](value) {
      const handlers = handlersOf(this);
      const existing = getFrom(handlers, event);
      if (existing !== undefined) {
        existing.handler = value;
        return;
      }
      const listener = makeHandlerListener(value);
      setIn(handlers, event, listener);
      this.addEventListener(event, listener);
    },
  }, `on${name}`);
  Object.defineProperty(prototype, `on${name}`, { __proto__: null, get, set, enumerable: true, configurable: true });
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  defineEventHandler,
  isEventTarget,
  kMaxListeners,
  kMaxListenersWarned,
  kNewListener,
  kRemoveListener,
  kResistStopPropagation,
  kTakesValue,
  kTrusted,
  targetInternals,
};
