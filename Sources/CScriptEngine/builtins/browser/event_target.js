// SPDX-License-Identifier: MIT
'use strict';

// EventTarget and the dispatch of events (DOM standard, sections 2.7 and 2.9), and event handler attributes (HTML
// 8.1.8.1 "Event handlers"). It stands in for internal/event_target, whose targets are Node's.

const { CustomEvent, Event, kTrusted, stateOf } = require('internal/event');
const { invoke } = require('internal/callbacks');
const { finishInterface, requireArguments } = require('internal/web_idl');

const { apply } = Reflect;
const kInspect = Symbol.for('nodejs.util.inspect.custom');
/** A target's parent for an event, or null: the way that the event goes (DOM "get the parent"). */
const kParent = Symbol('kParent');
// Called on the target after a listener was added or removed, with (number of listeners left, type).
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');

const get = WeakMap.prototype.get;
const set = WeakMap.prototype.set;
const listenersByTarget = new WeakMap();

function listenersOf(target) {
  const listeners = apply(get, listenersByTarget, [target]);
  if (listeners === undefined) throw new TypeError('Illegal invocation');
  return listeners;
}

/** Makes an object a target that no constructor made one. */
function adopt(object) {
  apply(set, listenersByTarget, [object, []]);
}

function flatten(options) {
  if (typeof options === 'boolean') return { capture: options };
  if (options === null || typeof options !== 'object' && typeof options !== 'function') return {};
  const { capture, once, passive, signal } = options;
  return { capture: Boolean(capture), once: Boolean(once), passive: Boolean(passive), signal };
}

function isCallback(value, operation) {
  if (value === null || value === undefined) return false;
  if (typeof value === 'function' || typeof value === 'object') return true;
  throw new TypeError(`Failed to execute '${operation}' on 'EventTarget': parameter 2 is not of type 'Object'.`);
}

// Programs may patch the methods of arrays; a dispatch uses none.
function indexOf(listeners, type, callback, capture) {
  for (let index = 0; index < listeners.length; index++) {
    const each = listeners[index];
    if (each.type === type && each.callback === callback && each.capture === capture) return index;
  }
  return -1;
}

function countOf(listeners, type) {
  let count = 0;
  for (let index = 0; index < listeners.length; index++) if (listeners[index].type === type) count++;
  return count;
}

function copyOf(listeners) {
  const copy = [];
  for (let index = 0; index < listeners.length; index++) copy[index] = listeners[index];
  return copy;
}

/** Receives events and calls the listeners added for them; see https://dom.spec.whatwg.org/#interface-eventtarget. */
class EventTarget {
  constructor() {
    adopt(this);
  }

  // Hooks for subclasses that must know whether anybody listens.
  [kNewListener]() {}

  [kRemoveListener]() {}

  get [kParent]() {
    return null;
  }

  addEventListener(type, callback, options = undefined) {
    requireArguments(arguments.length, 2, 'addEventListener', 'EventTarget');
    const target = this ?? globalThis;
    const listeners = listenersOf(target);
    const { capture = false, once = false, passive = false, signal } = flatten(options);
    const name = `${type}`;
    if (!isCallback(callback, 'addEventListener') || signal?.aborted) return;
    if (indexOf(listeners, name, callback, capture) >= 0) return;
    listeners[listeners.length] = { type: name, callback, capture, once, passive, isRemoved: false };
    signal?.addEventListener('abort', () => target.removeEventListener(name, callback, options), { once: true });
    target[kNewListener]?.(countOf(listeners, name), name);
  }

  removeEventListener(type, callback, options = undefined) {
    requireArguments(arguments.length, 2, 'removeEventListener', 'EventTarget');
    const target = this ?? globalThis;
    const { capture = false } = flatten(options);
    const name = `${type}`;
    const listeners = listenersOf(target);
    const index = indexOf(listeners, name, callback, capture);
    if (index >= 0) remove(target, listeners[index]);
  }

  dispatchEvent(event) {
    requireArguments(arguments.length, 1, 'dispatchEvent', 'EventTarget');
    const target = this ?? globalThis;
    listenersOf(target);
    const state = stateOf(event);
    if (state === undefined) {
      throw new TypeError("Failed to execute 'dispatchEvent' on 'EventTarget': parameter 1 is not of type 'Event'.");
    }
    if (state.isDispatching) {
      const { DOMException } = require('internal/domexception');
      throw new DOMException(
        "Failed to execute 'dispatchEvent' on 'EventTarget': The event is already being dispatched.",
        'InvalidStateError');
    }
    return dispatch(event, target);
  }

  [kInspect](depth, options, inspect) {
    const { name } = this.constructor;
    if (depth < 0) return name;
    return `${name} ${inspect({}, { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
  }
}

function remove(target, listener) {
  const listeners = listenersOf(target);
  listener.isRemoved = true;
  let kept = 0;
  for (let index = 0; index < listeners.length; index++) {
    if (listeners[index] !== listener) listeners[kept++] = listeners[index];
  }
  listeners.length = kept;
  target[kRemoveListener]?.(countOf(listeners, listener.type), listener.type);
}

/** The dispatch algorithm (DOM 2.9): down the tree to the target, and up again if the event bubbles. */
function dispatch(event, target) {
  const state = stateOf(event);
  state.isDispatching = true;
  state.target = target;
  const { path } = state;
  for (let at = target; at !== null && at !== undefined; at = at[kParent]) path[path.length] = at;
  for (let index = path.length - 1; index >= 0; index--) invokeListeners(event, state, path[index], index === 0, true);
  for (let index = 0; index < path.length; index++) {
    if (index === 0 || state.bubbles) invokeListeners(event, state, path[index], index === 0, false);
  }
  state.eventPhase = 0;
  state.currentTarget = null;
  state.path = [];
  state.isDispatching = state.stopsPropagation = state.stopsImmediately = false;
  return !state.isCanceled;
}

// "Invoke" and "inner invoke". The list is copied: what is added meanwhile is not called, what is removed neither.
function invokeListeners(event, state, target, isTarget, isCapturing) {
  if (state.stopsPropagation) return;
  state.currentTarget = target;
  state.eventPhase = isTarget ? Event.AT_TARGET : isCapturing ? Event.CAPTURING_PHASE : Event.BUBBLING_PHASE;
  const listeners = copyOf(listenersOf(target));
  for (let index = 0; index < listeners.length; index++) {
    const listener = listeners[index];
    if (listener.isRemoved || listener.type !== state.type || listener.capture !== isCapturing) continue;
    if (listener.once) remove(target, listener);
    state.isInPassiveListener = listener.passive;
    callListener(listener.callback, target, event);
    state.isInPassiveListener = false;
    if (state.stopsImmediately) return;
  }
}

function callListener(callback, target, event) {
  if (typeof callback === 'function') {
    invoke(callback, target, [event]);
    return;
  }
  invoke(() => {
    const { handleEvent } = callback;
    if (typeof handleEvent !== 'function') {
      throw new TypeError("EventListener.handleEvent is not a function");
    }
    return apply(handleEvent, callback, [event]);
  }, undefined, []);
}

finishInterface(EventTarget, ['addEventListener', 'removeEventListener', 'dispatchEvent']);

/** Fires a trusted event at a target; false when it was cancelled (DOM 2.10 "fire an event"). */
function fire(target, event) {
  return dispatch(event, target);
}

const handlersByTarget = new WeakMap();

function handlersOf(target) {
  let handlers = apply(get, handlersByTarget, [target]);
  if (handlers === undefined) {
    handlers = { __proto__: null };
    apply(set, handlersByTarget, [target, handlers]);
  }
  return handlers;
}

// The event handler processing algorithm (HTML 8.1.8.1). Only the handler for errors of a global gets more than the
// event, and cancels by returning true.
function processHandler(handler, target, event) {
  const isErrorHandler = event.type === 'error' && target === globalThis
    && event instanceof require('internal/page_events').ErrorEvent;
  if (isErrorHandler) {
    const { message, filename, lineno, colno, error } = event;
    if (apply(handler, target, [message, filename, lineno, colno, error]) === true) event.preventDefault();
  } else if (apply(handler, target, [event]) === false) {
    event.preventDefault();
  }
}

/** Defines the attribute `on<name>` on an object whose receivers are targets. */
function defineEventHandler(prototype, name, event = name) {
  const { get: getHandler, set: setHandler } = Object.getOwnPropertyDescriptor({
    get [`on${name}`]() {
      return handlersOf(this ?? globalThis)[event]?.handler ?? null;
    },
    set [`on${name}`](value) {
      const target = this ?? globalThis;
      const handlers = handlersOf(target);
      const isHandler = typeof value === 'function' || typeof value === 'object' && value !== null;
      const existing = handlers[event];
      if (existing !== undefined && isHandler) {
        existing.handler = value;
        return;
      }
      if (existing !== undefined) {
        delete handlers[event];
        target.removeEventListener(event, existing.listener);
      } else if (isHandler) {
        const entry = { handler: value, listener: undefined };
        entry.listener = (fired) => {
          if (typeof entry.handler === 'function') processHandler(entry.handler, target, fired);
        };
        handlers[event] = entry;
        target.addEventListener(event, entry.listener);
      }
    },
  }, `on${name}`);
  Object.defineProperty(prototype, `on${name}`, {
    __proto__: null, get: getHandler, set: setHandler, enumerable: true, configurable: true,
  });
}

module.exports = {
  CustomEvent, Event, EventTarget, adopt, defineEventHandler, fire, kNewListener, kParent, kRemoveListener, kTrusted,
};
