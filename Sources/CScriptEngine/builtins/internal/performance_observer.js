// SPDX-License-Identifier: MIT
'use strict';

const { bufferedEntries, call, schedule: scheduleTask, supportedEntryTypes } = require('internal/observer_tasks');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const allowed = Symbol('allowed');

const connected = new Set();
const pending = new Set();
let isScheduled = false;
let dispatch;
let offer;

function codes() {
  return require('internal/errors').codes;
}

function shallower(options) {
  return { ...options, depth: options.depth === null ? null : options.depth - 1 };
}

// Observers hear of their entries in one task (in Node in the check phase), all that have any at once.
function schedule(observer) {
  pending.add(observer);
  if (isScheduled) return;
  isScheduled = true;
  scheduleTask(() => {
    isScheduled = false;
    const observers = Array.from(pending);
    pending.clear();
    for (const each of observers) dispatch(each);
  });
}

/** Hands a new entry to the observers of its type. */
function enqueue(entry) {
  for (const observer of connected) offer(observer, entry);
}

/** What an observer's callback gets: the entries since the last time, by start time. */
class PerformanceObserverEntryList {
  #entries;

  constructor(key = undefined, entries = undefined) {
    if (key !== allowed) throw new (codes().ERR_ILLEGAL_CONSTRUCTOR)();
    this.#entries = entries.sort((a, b) => a.startTime - b.startTime);
  }

  getEntries() {
    return this.#entries.slice();
  }

  getEntriesByType(type) {
    if (arguments.length === 0) throw new (codes().ERR_MISSING_ARGS)('type');
    const wanted = `${type}`;
    return this.#entries.filter((entry) => entry.entryType === wanted);
  }

  getEntriesByName(name, type = undefined) {
    if (arguments.length === 0) throw new (codes().ERR_MISSING_ARGS)('name');
    const wanted = `${name}`;
    return this.#entries.filter(
      (entry) => entry.name === wanted && (type === undefined || type === null || entry.entryType === `${type}`),
    );
  }

  [inspectSymbol](depth, options, inspect) {
    if (depth < 0) return this;
    return `PerformanceObserverEntryList ${inspect(this.#entries, shallower(options))}`;
  }
}

function invalidModification(message) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, 'InvalidModificationError');
}

/** Calls back with the entries of the types it observes. */
class PerformanceObserver {
  #callback;
  #buffer = [];
  #types = new Set();
  // Either 'single' (type, repeatable) or 'multiple' (entryTypes); the two may not be mixed.
  #mode = null;

  static {
    offer = (observer, entry) => {
      if (!observer.#types.has(entry.entryType)) return;
      observer.#buffer.push(entry);
      schedule(observer);
    };
    dispatch = (observer) => {
      if (observer.#buffer.length === 0) return;
      const list = new PerformanceObserverEntryList(allowed, observer.takeRecords());
      call(observer.#callback, observer, [list, observer]);
    };
  }

  static get supportedEntryTypes() {
    return supportedEntryTypes;
  }

  constructor(callback) {
    require('internal/validators').validateFunction(callback, 'callback');
    this.#callback = callback;
  }

  observe(options = {}) {
    require('internal/validators').validateObject(options, 'options');
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) {
      throw new (codes().ERR_MISSING_ARGS)('options.entryTypes', 'options.type');
    }
    if (entryTypes !== undefined && type !== undefined) {
      const reason = 'options.entryTypes can not set with options.type together';
      throw new (codes().ERR_INVALID_ARG_VALUE)('options.entryTypes', entryTypes, reason);
    }
    this.#changeMode(type === undefined ? 'multiple' : 'single');
    if (type === undefined) this.#observeAll(entryTypes);
    else this.#observeOne(type, buffered);
    if (this.#types.size > 0) connected.add(this);
    else this.disconnect();
  }

  #changeMode(mode) {
    if (this.#mode === null) this.#mode = mode;
    if (this.#mode === mode) return;
    throw invalidModification(
      `PerformanceObserver can not change to ${mode === 'single' ? 'single observation' : 'multiple observations'}`,
    );
  }

  #observeAll(entryTypes) {
    if (!Array.isArray(entryTypes)) {
      throw new (codes().ERR_INVALID_ARG_TYPE)('options.entryTypes', 'string[]', entryTypes);
    }
    this.#types = new Set(entryTypes.filter((type) => supportedEntryTypes.includes(type)));
  }

  #observeOne(type, buffered) {
    if (!supportedEntryTypes.includes(type)) return;
    this.#types.add(type);
    if (!buffered) return;
    this.#buffer.push(...bufferedEntries(type));
    schedule(this);
  }

  disconnect() {
    connected.delete(this);
    pending.delete(this);
    this.#buffer = [];
    this.#types = new Set();
    this.#mode = null;
  }

  takeRecords() {
    const records = this.#buffer;
    this.#buffer = [];
    return records;
  }

  [inspectSymbol](depth, options, inspect) {
    if (depth < 0) return this;
    const shown = {
      connected: connected.has(this),
      pending: pending.has(this),
      entryTypes: Array.from(this.#types),
      buffer: this.#buffer,
    };
    return `PerformanceObserver ${inspect(shown, shallower(options))}`;
  }
}

function finishClass(constructor, names) {
  for (const name of names) Object.defineProperty(constructor.prototype, name, { enumerable: true });
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, { value: constructor.name, configurable: true });
}
finishClass(PerformanceObserverEntryList, ['getEntries', 'getEntriesByType', 'getEntriesByName']);
finishClass(PerformanceObserver, ['observe', 'disconnect', 'takeRecords']);

module.exports = { PerformanceObserver, PerformanceObserverEntryList, enqueue };
