// SPDX-License-Identifier: MIT
'use strict';

// setTimeout, setInterval, setImmediate and their handles. The lists and the heap are the event loop's own; a handle
// here knows only its number there (Node: lib/timers.js, lib/internal/timers.js).

const { process } = require('internal/process');
const { validateFunction } = require('internal/validators');

const { armTimer, clearTimer, refreshTimer, setTimerReferenced, enqueueImmediate, clearQueuedImmediate,
  setImmediateReferenced } = binding;
const { apply, ownKeys } = Reflect;
const { defineProperty } = Object;
const { toPrimitive, dispose } = Symbol;
const MapPrototypeGet = Function.prototype.call.bind(Map.prototype.get);
const MapPrototypeSet = Function.prototype.call.bind(Map.prototype.set);
const MapPrototypeDelete = Function.prototype.call.bind(Map.prototype.delete);

// The waiting timers, each under the slot that its number ends in. An array of the engine's own costs less than values
// that the host would have to keep alive one by one.
const timeouts = [];
const slotBits = 0x3ffffff;

// Handles that were turned into numbers by ToPrimitive, so that clearTimeout(+handle) finds them.
const handlesByNumber = new Map();
let lastNumber = 0;

// The delay as Node keeps it: whole numbers from 1 to 2^31 - 1, all else 1 with a warning when it was too large.
function normalizedDelay(delay) {
  const number = delay * 1;
  if (number >= 1 && number <= 2147483647) return number;
  if (number > 2147483647) {
    process.emitWarning(`${number} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
      'TimeoutOverflowWarning');
  }
  return 1;
}

/**
 * A timer's handle, as setTimeout and setInterval return it.
 *
 * The engine keeps four properties of an instance in the object itself and allocates for more, so what most timers have
 * in common stands on the prototype.
 */
class Timeout {
  constructor(callback, delay, repeat) {
    this._idleTimeout = delay;
    this._onTimeout = callback;
    this._repeat = repeat;
    this._id = 0;
  }

  get _destroyed() {
    return timeouts[this._id & slotBits] !== this;
  }

  ref() {
    this._referenced = true;
    setTimerReferenced(this._id, true);
    return this;
  }

  unref() {
    this._referenced = false;
    setTimerReferenced(this._id, false);
    return this;
  }

  hasRef() {
    return this._referenced;
  }

  refresh() {
    if (this._onTimeout === null) return this;
    this._id = refreshTimer(this._id, this._idleTimeout, this._repeat !== null, this._referenced);
    timeouts[this._id & slotBits] = this;
    return this;
  }

  close() {
    clearTimeout(this);
    return this;
  }

  [toPrimitive]() {
    if (this._number === undefined) {
      defineProperty(this, '_number', { value: ++lastNumber, writable: true, configurable: true });
      MapPrototypeSet(handlesByNumber, this._number, this);
    }
    return this._number;
  }
}

defineDefaults(Timeout.prototype, { _timerArgs: undefined, _referenced: true });

// Gives a prototype the values that its instances have until they are given others.
function defineDefaults(prototype, values) {
  for (const key of ownKeys(values)) {
    defineProperty(prototype, key, { value: values[key], writable: true, configurable: true });
  }
}

const hidden = { _id: true, _referenced: true };
const shownOfAll = ['_idleTimeout', '_onTimeout', '_timerArgs', '_repeat', '_destroyed'];

// What inspect shows of a handle, without what only this file needs.
function inspectHandle(depth, options, inspect) {
  const shown = Object.create(Object.getPrototypeOf(this));
  for (const key of this instanceof Timeout ? [...shownOfAll, ...ownKeys(this)] : ownKeys(this)) {
    if (hidden[key] === true) continue;
    defineProperty(shown, key, { value: this[key], enumerable: true, writable: true, configurable: true });
  }
  return inspect(shown, { ...options, depth: 0, customInspect: false });
}

function start(callback, delay, args, isRepeating) {
  validateFunction(callback, 'callback');
  const duration = normalizedDelay(delay);
  const timeout = new Timeout(callback, duration, isRepeating ? duration : null);
  if (args !== undefined) timeout._timerArgs = args;
  const id = armTimer(duration, isRepeating);
  timeouts[id & slotBits] = timeout;
  timeout._id = id;
  return timeout;
}

/** Calls back once, no earlier than `delay` milliseconds from now. */
function setTimeout(callback, delay, ...args) {
  return start(callback, delay, args.length > 0 ? args : undefined, false);
}

/** Calls back every `delay` milliseconds. */
function setInterval(callback, delay, ...args) {
  return start(callback, delay, args.length > 0 ? args : undefined, true);
}

function clear(timeout) {
  if (timeout._number !== undefined) MapPrototypeDelete(handlesByNumber, timeout._number);
  timeout._onTimeout = null;
  timeout._repeat = null;
  if (timeouts[timeout._id & slotBits] === timeout) timeouts[timeout._id & slotBits] = undefined;
  clearTimer(timeout._id);
}

/** Stops a timer; anything that is no timer is ignored. */
function clearTimeout(timer) {
  if (timer instanceof Timeout) {
    clear(timer);
  } else if (typeof timer === 'number' || typeof timer === 'string') {
    const timeout = MapPrototypeGet(handlesByNumber, Number(timer));
    if (timeout !== undefined) clear(timeout);
  }
}

/** Stops an interval; the same as clearTimeout, as in Node. */
function clearInterval(timer) {
  clearTimeout(timer);
}

/** An immediate's handle, as setImmediate returns it. */
class Immediate {
  constructor(callback, args) {
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this._id = 0;
  }

  ref() {
    if (!this._destroyed) setImmediateReferenced(this._id, this._referenced = true);
    return this;
  }

  unref() {
    if (!this._destroyed) setImmediateReferenced(this._id, this._referenced = false);
    return this;
  }

  hasRef() {
    return this._referenced && !this._destroyed;
  }
}

defineDefaults(Immediate.prototype, { _referenced: true });

/** Calls back in the check phase of this turn, or of the next when already in it. */
function setImmediate(callback, ...args) {
  validateFunction(callback, 'callback');
  const immediate = new Immediate(callback, args.length > 0 ? args : undefined);
  immediate._id = enqueueImmediate(immediate);
  return immediate;
}

/** Takes an immediate out of its queue. */
function clearImmediate(immediate) {
  if (!(immediate instanceof Immediate) || immediate._destroyed) return;
  immediate._destroyed = true;
  immediate._onImmediate = null;
  clearQueuedImmediate(immediate._id);
}

for (const { prototype } of [Timeout, Immediate]) {
  defineProperty(prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: inspectHandle, enumerable: false, configurable: true, writable: true,
  });
}

if (dispose !== undefined) {
  defineProperty(Timeout.prototype, dispose, { value: function() { clearTimeout(this); }, configurable: true });
  defineProperty(Immediate.prototype, dispose, { value: function() { clearImmediate(this); }, configurable: true });
}

// The loop calls these two when a callback's turn has come.

/** Runs the callback of the due timer in a slot. */
function runTimer(slot) {
  const timeout = timeouts[slot];
  if (timeout._repeat === null) {
    timeouts[slot] = undefined;
    if (timeout._number !== undefined) MapPrototypeDelete(handlesByNumber, timeout._number);
  }
  if (timeout._timerArgs === undefined) timeout._onTimeout();
  else apply(timeout._onTimeout, timeout, timeout._timerArgs);
}

/** Runs an immediate's callback. */
function runImmediate(immediate) {
  immediate._destroyed = true;
  if (immediate._argv === undefined) immediate._onImmediate();
  else apply(immediate._onImmediate, immediate, immediate._argv);
}

/** Calls back after a delay for which nothing waits: the timer of AbortSignal.timeout. */
function runAfter(delay, callback) {
  setTimeout(callback, delay).unref();
}

// Node's functions name three arguments more, which here would need an arguments object on every call.
for (const [timer, length] of [[setTimeout, 5], [setInterval, 5], [setImmediate, 4]]) {
  defineProperty(timer, 'length', { value: length, configurable: true });
}

// util.promisify(setTimeout) and util.promisify(setImmediate) give the functions of node:timers/promises.
function definePromisified(original, name) {
  defineProperty(original, Symbol.for('nodejs.util.promisify.custom'), {
    enumerable: true,
    configurable: true,
    get() {
      return require('node:timers/promises')[name];
    },
  });
}
definePromisified(setTimeout, 'setTimeout');
definePromisified(setImmediate, 'setImmediate');

module.exports = {
  Timeout, Immediate, setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate,
  runTimer, runImmediate, runAfter,
};
