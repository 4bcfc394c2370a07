// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateFunction, validateNumber } = require('internal/validators');

const { apply, ownKeys } = Reflect;
const { recordsListeners } = binding;
const kCapture = Symbol('kCapture');
const kErrorMonitor = Symbol('events.errorMonitor');
const kShapeMode = Symbol('shapeMode');
const kRejection = Symbol.for('nodejs.rejection');
let defaultMaxListeners = 10;

/** Calls listeners by event name, in the order they were added, before `emit` returns. */
function EventEmitter(options) {
  apply(EventEmitter.init, this, [options]);
}

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

function noListeners() {
  return { __proto__: null };
}

function maxListenersOf(emitter) {
  return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
}

// Loops instead of slice(): programs may have replaced Array.prototype's methods.
function copyOf(list) {
  const copy = new Array(list.length);
  for (let i = 0; i < list.length; i++) copy[i] = list[i];
  return copy;
}

function handOverRejection(emitter, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    apply(emitter[kRejection], emitter, [error, type, ...args]);
    return;
  }
  // An 'error' listener that rejects as well must not come back here.
  const saved = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = saved;
  }
}

function captureRejection(emitter, result, type, args) {
  if (!emitter[kCapture]) return;
  try {
    const { then } = result;
    if (typeof then !== 'function') return;
    apply(then, result, [undefined, (error) => {
      // On a tick, so that what the handler throws does not become a rejection of its own.
      globalThis.process.nextTick(handOverRejection, emitter, error, type, args);
    }]);
  } catch (error) {
    emitter.emit('error', error);
  }
}

function throwUnhandled(args) {
  const error = args.length > 0 ? args[0] : undefined;
  if (error instanceof Error) throw error; // Unhandled 'error' event
  let text;
  try {
    text = require('internal/inspect').inspect(error);
  } catch {
    text = error;
  }
  const unhandled = new codes.ERR_UNHANDLED_ERROR(text);
  unhandled.context = error;
  throw unhandled;
}

function warnOfLeak(emitter, type, list, limit) {
  list.warned = true;
  const { inspect } = require('internal/inspect');
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to ` +
    `${inspect(emitter, { depth: -1 })}. MaxListeners is ${limit}. Use emitter.setMaxListeners() to increase limit`,
  );
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  globalThis.process.emitWarning(warning);
}

function insert(emitter, type, listener, prepend) {
  validateFunction(listener, 'listener');
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = noListeners();
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener ?? listener);
    // A 'newListener' listener may have replaced the table.
    events = emitter._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    ++emitter._eventsCount;
    if (recordsListeners()) require('internal/listener_watch').added(emitter, type, 1, maxListenersOf(emitter));
    return emitter;
  }
  let list = existing;
  if (typeof existing === 'function') {
    list = events[type] = prepend ? [listener, existing] : [existing, listener];
  } else if (prepend) {
    existing.unshift(listener);
  } else {
    existing.push(listener);
  }
  const limit = maxListenersOf(emitter);
  if (recordsListeners()) require('internal/listener_watch').added(emitter, type, list.length, limit);
  if (limit > 0 && list.length > limit && !list.warned) warnOfLeak(emitter, type, list, limit);
  return emitter;
}

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return maxListenersOf(this);
};

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    if (events === undefined || events.error === undefined) throwUnhandled(args);
  } else if (events === undefined) {
    return false;
  }
  const handler = events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    const result = apply(handler, this, args);
    if (result !== undefined && result !== null) captureRejection(this, result, type, args);
    return true;
  }
  const listeners = copyOf(handler);
  for (let i = 0; i < listeners.length; i++) {
    const result = apply(listeners[i], this, args);
    if (result !== undefined && result !== null) captureRejection(this, result, type, args);
  }
  return true;
};

EventEmitter.prototype.addListener = function addListener(type, listener) {
  return insert(this, type, listener, false);
};

EventEmitter.prototype.on = EventEmitter.prototype.addListener;

EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return insert(this, type, listener, true);
};

function onceWrapper(...args) {
  if (this.fired) return undefined;
  this.target.removeListener(this.type, this.wrapper);
  this.fired = true;
  return apply(this.listener, this.target, args);
}

function wrapOnce(target, type, listener) {
  validateFunction(listener, 'listener');
  const state = { fired: false, wrapper: undefined, target, type, listener };
  const wrapper = onceWrapper.bind(state);
  wrapper.listener = listener;
  state.wrapper = wrapper;
  return wrapper;
}

EventEmitter.prototype.once = function once(type, listener) {
  this.on(type, wrapOnce(this, type, listener));
  return this;
};

EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  this.prependListener(type, wrapOnce(this, type, listener));
  return this;
};

function dropType(emitter, type) {
  noteRemoval(emitter, type, 0);
  emitter._eventsCount -= 1;
  if (emitter[kShapeMode]) emitter._events[type] = undefined;
  else if (emitter._eventsCount === 0) emitter._events = noListeners();
  else delete emitter._events[type];
}

function noteRemoval(emitter, type, count) {
  if (recordsListeners()) require('internal/listener_watch').removed(emitter, type, count);
}

function removeAt(list, index) {
  for (let i = index; i + 1 < list.length; i++) list[i] = list[i + 1];
  list.length -= 1;
}

EventEmitter.prototype.removeListener = function removeListener(type, listener) {
  validateFunction(listener, 'listener');
  const events = this._events;
  if (events === undefined) return this;
  const list = events[type];
  if (list === undefined) return this;
  if (list === listener || list.listener === listener) {
    dropType(this, type);
    if (!this[kShapeMode] && this._events === events && events.removeListener) {
      this.emit('removeListener', type, list.listener || listener);
    }
    return this;
  }
  if (typeof list === 'function') return this;
  let position = list.length - 1;
  while (position >= 0 && list[position] !== listener && list[position].listener !== listener) position--;
  if (position < 0) return this;
  removeAt(list, position);
  noteRemoval(this, type, list.length);
  if (list.length === 1) events[type] = list[0];
  if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
};

EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  const everything = arguments.length === 0;
  if (events.removeListener === undefined) {
    if (everything) {
      for (const key of ownKeys(events)) noteRemoval(this, key, 0);
      this._events = noListeners();
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      noteRemoval(this, type, 0);
      if (--this._eventsCount === 0) this._events = noListeners();
      else delete events[type];
    }
    this[kShapeMode] = false;
    return this;
  }
  // Somebody wants to hear of every removal, so remove one by one, last added first.
  if (everything) {
    for (const key of ownKeys(events)) {
      if (key !== 'removeListener') this.removeAllListeners(key);
    }
    this.removeAllListeners('removeListener');
    this._events = noListeners();
    this._eventsCount = 0;
    this[kShapeMode] = false;
    return this;
  }
  const listeners = events[type];
  if (typeof listeners === 'function') {
    this.removeListener(type, listeners);
  } else if (listeners !== undefined) {
    for (let i = listeners.length - 1; i >= 0; i--) this.removeListener(type, listeners[i]);
  }
  return this;
};

function listenersOf(emitter, type, unwrap) {
  const found = emitter._events?.[type];
  if (found === undefined) return [];
  if (typeof found === 'function') return [unwrap ? found.listener || found : found];
  const copy = copyOf(found);
  if (unwrap) {
    for (let i = 0; i < copy.length; i++) copy[i] = copy[i].listener || copy[i];
  }
  return copy;
}

EventEmitter.prototype.listeners = function listeners(type) {
  return listenersOf(this, type, true);
};

EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type, false);
};

function listenerCount(type, listener) {
  const found = this._events?.[type];
  if (found === undefined) return 0;
  const matches = (each) => listener == null || listener === each || listener === each.listener;
  if (typeof found === 'function') return matches(found) ? 1 : 0;
  if (listener == null) return found.length;
  let count = 0;
  for (let i = 0; i < found.length; i++) if (matches(found[i])) count++;
  return count;
}

EventEmitter.prototype.listenerCount = listenerCount;

EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? ownKeys(this._events) : [];
};

Object.defineProperty(EventEmitter.prototype, kCapture, {
  __proto__: null,
  value: false,
  writable: true,
  enumerable: false,
});

// The module is the class itself, with everything else hung on it.
module.exports = EventEmitter;

EventEmitter.addAbortListener = function addAbortListener(signal, listener) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  return require('internal/events_async').addAbortListener(signal, listener);
};
// An async function as in Node: awaiting it takes three more jobs than awaiting the inner promise.
EventEmitter.once = async function once(emitter, name, options = {}) {
  return require('internal/events_async').onceAsPromise(emitter, name, options);
};
EventEmitter.on = function on(emitter, event, options = {}) {
  return require('internal/events_async').iterate(emitter, event, options);
};
EventEmitter.getEventListeners = function getEventListeners(emitterOrTarget, type) {
  return require('internal/events_async').getEventListeners(emitterOrTarget, type);
};
EventEmitter.getMaxListeners = function getMaxListeners(emitterOrTarget) {
  return require('internal/events_async').getMaxListeners(emitterOrTarget);
};
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = kRejection;

Object.defineProperties(EventEmitter, {
  captureRejections: {
    __proto__: null,
    get() {
      return EventEmitter.prototype[kCapture];
    },
    set(value) {
      validateBoolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[kCapture] = value;
    },
    enumerable: true,
  },
  errorMonitor: { __proto__: null, value: kErrorMonitor, writable: true, enumerable: true, configurable: true },
  defaultMaxListeners: {
    __proto__: null,
    get() {
      return defaultMaxListeners;
    },
    set(value) {
      validateNumber(value, 'defaultMaxListeners', 0);
      defaultMaxListeners = value;
    },
    enumerable: true,
  },
});

EventEmitter.setMaxListeners = function(n = defaultMaxListeners, ...targets) {
  validateNumber(n, 'setMaxListeners', 0);
  if (targets.length === 0) {
    defaultMaxListeners = n;
    return;
  }
  require('internal/events_async').setMaxListeners(n, targets);
};

// `_events` maps a name to one function, or to an array of at least two: programs look at this, and inspect shows it.
EventEmitter.init = function(options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = noListeners();
    this._eventsCount = 0;
    this[kShapeMode] = false;
  } else {
    this[kShapeMode] = true;
  }
  this._maxListeners = this._maxListeners || undefined;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = Boolean(options.captureRejections);
  } else {
    this[kCapture] = EventEmitter.prototype[kCapture];
  }
};

EventEmitter.listenerCount = function(emitter, type) {
  if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
  return apply(listenerCount, emitter, [type]);
};
