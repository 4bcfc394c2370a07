// SPDX-License-Identifier: MIT
'use strict';

// The parts of `node:events` that work on emitters and on EventTargets alike: once, on, and the listener queries.

const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateInteger } = require('internal/validators');

function listen(emitter, name, listener, flags) {
  if (typeof emitter.on === 'function') {
    if (flags?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (typeof emitter.addEventListener === 'function') {
    emitter.addEventListener(name, listener, flags);
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

function unlisten(emitter, name, listener, flags) {
  if (typeof emitter.removeListener === 'function') {
    emitter.removeListener(name, listener);
  } else if (typeof emitter.removeEventListener === 'function') {
    emitter.removeEventListener(name, listener, flags);
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

function persistentOnce() {
  const { kResistStopPropagation } = require('internal/event_target');
  return { __proto__: null, once: true, [kResistStopPropagation]: true };
}

/** Promise of the arguments of the next event `name`, rejected by an 'error' event or by `options.signal`. */
function onceAsPromise(emitter, name, options) {
  const signal = options?.signal;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return new Promise((resolve, reject) => {
    const onError = (error) => {
      emitter.removeListener(name, onEvent);
      if (signal != null) unlisten(signal, 'abort', onAbort);
      reject(error);
    };
    const onEvent = (...args) => {
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      if (signal != null) unlisten(signal, 'abort', onAbort);
      resolve(args);
    };
    const onAbort = () => {
      unlisten(emitter, name, onEvent);
      unlisten(emitter, 'error', onError);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    listen(emitter, name, onEvent, persistentOnce());
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    if (signal != null) listen(signal, 'abort', onAbort, persistentOnce());
  });
}

// First in, first out, without moving the rest on every shift.
class Queue {
  #items = [];
  #start = 0;

  get length() {
    return this.#items.length - this.#start;
  }

  push(item) {
    this.#items.push(item);
  }

  shift() {
    const item = this.#items[this.#start];
    this.#items[this.#start++] = undefined;
    if (this.#start === this.#items.length) {
      this.#items = [];
      this.#start = 0;
    }
    return item;
  }
}

function readWaterMarks(options) {
  const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  validateInteger(high, 'options.highWaterMark', 1);
  const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(low, 'options.lowWaterMark', 1);
  return { high, low };
}

// What an iterator made by `on` knows: events nobody asked for yet, requests no event answered yet, listeners added.
class EventBuffer {
  events = new Queue();
  requests = new Queue();
  error = null;
  finished = false;
  paused = false;
  listeners = [];

  constructor(emitter, waterMarks, signal) {
    this.emitter = emitter;
    this.waterMarks = waterMarks;
    this.signal = signal;
    this.onEvent = (...args) => this.receive(args);
    this.onError = (error) => this.fail(error);
    this.onClose = () => this.close();
    this.onAbort = () => this.fail(new AbortError(undefined, { cause: signal.reason }));
  }

  add(emitter, name, listener, flags) {
    listen(emitter, name, listener, flags);
    this.listeners.push([emitter, name, listener, flags]);
  }

  receive(value) {
    if (this.requests.length > 0) {
      this.requests.shift().resolve({ value, done: false });
      return;
    }
    this.events.push(value);
    if (!this.paused && this.events.length > this.waterMarks.high) {
      this.paused = true;
      this.emitter.pause();
    }
  }

  next() {
    if (this.events.length > 0) {
      const value = this.events.shift();
      if (this.paused && this.events.length < this.waterMarks.low) {
        this.emitter.resume();
        this.paused = false;
      }
      return Promise.resolve({ value, done: false });
    }
    if (this.error !== null) {
      const rejected = Promise.reject(this.error);
      this.error = null;
      return rejected;
    }
    if (this.finished) return this.close();
    return new Promise((resolve, reject) => this.requests.push({ resolve, reject }));
  }

  fail(error) {
    if (this.requests.length > 0) this.requests.shift().reject(error);
    else this.error = error;
    this.close();
  }

  close() {
    while (this.listeners.length > 0) {
      const entry = this.listeners.pop();
      unlisten(entry[0], entry[1], entry[2], entry[3]);
    }
    this.finished = true;
    const result = { value: undefined, done: true };
    while (this.requests.length > 0) this.requests.shift().resolve(result);
    return Promise.resolve(result);
  }
}

let asyncIteratorPrototype;
let kWatermarkData;

function makeIterator(buffer) {
  asyncIteratorPrototype ??=
    Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype); // %AsyncIteratorPrototype%
  kWatermarkData ??= Symbol.for('nodejs.watermarkData');
  return Object.setPrototypeOf({
    next() {
      return buffer.next();
    },
    return() {
      return buffer.close();
    },
    throw(error) {
      if (!error || !(error instanceof Error)) {
        throw new codes.ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      }
      buffer.fail(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [kWatermarkData]: {
      get size() {
        return buffer.events.length;
      },
      get low() {
        return buffer.waterMarks.low;
      },
      get high() {
        return buffer.waterMarks.high;
      },
      get isPaused() {
        return buffer.paused;
      },
    },
  }, asyncIteratorPrototype);
}

/** Async iterator over the arguments of every event `event`, ended by `options.close` events or an error. */
function iterate(emitter, event, options) {
  const signal = options.signal;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const buffer = new EventBuffer(emitter, readWaterMarks(options), signal);
  const iterator = makeIterator(buffer);
  buffer.add(emitter, event, buffer.onEvent);
  if (event !== 'error' && typeof emitter.on === 'function') buffer.add(emitter, 'error', buffer.onError);
  const closeEvents = options.close;
  if (closeEvents?.length) {
    for (let i = 0; i < closeEvents.length; i++) buffer.add(emitter, closeEvents[i], buffer.onClose);
  }
  if (signal) buffer.add(signal, 'abort', buffer.onAbort, persistentOnce());
  return iterator;
}

/** Calls `listener` when the signal aborts, even if another listener stops the event; the result can be disposed. */
function addAbortListener(signal, listener) {
  validateFunction(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    signal.addEventListener('abort', listener, persistentOnce());
    remove = () => signal.removeEventListener('abort', listener);
  }
  return {
    __proto__: null,
    [Symbol.dispose]() {
      remove?.();
    },
  };
}

/** Listeners of an emitter or of an EventTarget, as an array. */
function getEventListeners(emitterOrTarget, type) {
  if (typeof emitterOrTarget.listeners === 'function') return emitterOrTarget.listeners(type);
  const { isEventTarget, targetInternals } = require('internal/event_target');
  if (isEventTarget(emitterOrTarget)) return targetInternals.listenersOf(emitterOrTarget, type);
  throw new codes.ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], emitterOrTarget);
}

/** The number of listeners above which an emitter or EventTarget warns. */
function getMaxListeners(emitterOrTarget) {
  if (typeof emitterOrTarget?.getMaxListeners === 'function') return emitterOrTarget.getMaxListeners();
  const { isEventTarget, kMaxListeners } = require('internal/event_target');
  if (isEventTarget(emitterOrTarget)) return emitterOrTarget[kMaxListeners];
  throw new codes.ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], emitterOrTarget);
}

/** Sets the number of listeners above which each of the targets warns. */
function setMaxListeners(n, targets) {
  const { isEventTarget, kMaxListeners, kMaxListenersWarned } = require('internal/event_target');
  for (const target of targets) {
    if (isEventTarget(target)) {
      target[kMaxListeners] = n;
      target[kMaxListenersWarned] = false;
    } else if (typeof target.setMaxListeners === 'function') {
      target.setMaxListeners(n);
    } else {
      throw new codes.ERR_INVALID_ARG_TYPE('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }
}

module.exports = {
  addAbortListener,
  getEventListeners,
  getMaxListeners,
  iterate,
  onceAsPromise,
  setMaxListeners,
};
