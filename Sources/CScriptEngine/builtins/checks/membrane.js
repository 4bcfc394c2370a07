// SPDX-License-Identifier: MIT
'use strict';

// Between a check and the program: what the check sees of the program's values, and what the program gets of the
// check's. No object of a check ever crosses. Functions, promises, errors and data are made anew in the program's
// realm; what comes back is a proxy that does the same for every call and every property.

const { CheckFailure } = require('checks/failure');
const { outpost } = binding;
const { exportFunction, react, isForeign, classBehind, markHandled, newPromise, settlePromise } = binding;
const { apply, construct, get, getOwnPropertyDescriptor, getPrototypeOf, has, ownKeys, set } = Reflect;

// From proxies to what they stand for, and back.
const raws = new WeakMap();
const proxies = new WeakMap();
// From values of checks to those that were made of them, and back.
const exported = new WeakMap();
const origins = new WeakMap();

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The engine's class of an object; "Error" also for what the program derives from it in other ways. */
function kindOf(value) {
  const raw = rawOf(value);
  const kind = classBehind(raw);
  return kind === 'Object' && isForeign(raw) && outpost.isError(raw) ? 'Error' : kind;
}

/** The program's own value behind a proxy; anything else is itself. */
function rawOf(value) {
  return raws.get(value) ?? value;
}

/** What a check wrote of which this value of the program was made. */
function originOf(value) {
  return origins.get(rawOf(value));
}

// MARK: From the program

// What the program throws at a check is imported like anything else.
function guarded(body) {
  try {
    return importValue(body());
  } catch (error) {
    throw importValue(error);
  }
}

const handlers = {
  then: (raw) => (onFulfilled, onRejected) => promiseOf(raw).then(onFulfilled, onRejected),
  catch: (raw) => (onRejected) => promiseOf(raw).catch(onRejected),
  finally: (raw) => (onFinally) => promiseOf(raw).finally(onFinally),
};

/** A promise of the check's that settles as one of the program's does. */
function promiseOf(raw) {
  return new Promise((resolve, reject) => {
    const fulfilled = exportFunction((_, [value]) => void resolve(importValue(value)), '', 1);
    const rejected = exportFunction((_, [reason]) => void reject(importValue(reason)), '', 1);
    react(raw, fulfilled, rejected);
  });
}

const trap = {
  get(shadow, key) {
    const raw = raws.get(shadow);
    if (classBehind(raw) === 'Promise' && typeof key === 'string' && Object.hasOwn(handlers, key)) {
      return handlers[key](raw);
    }
    return guarded(() => get(raw, key));
  },
  set(shadow, key, value) {
    return guarded(() => set(raws.get(shadow), key, exportValue(value)));
  },
  has: (shadow, key) => guarded(() => has(raws.get(shadow), key)),
  deleteProperty: (shadow, key) => guarded(() => Reflect.deleteProperty(raws.get(shadow), key)),
  ownKeys: (shadow) => guardedKeys(raws.get(shadow)),
  getOwnPropertyDescriptor(shadow, key) {
    const raw = raws.get(shadow);
    const descriptor = guarded(() => getOwnPropertyDescriptor(raw, key));
    if (descriptor === undefined) return undefined;
    const isLength = key === 'length' && Array.isArray(shadow);
    const { enumerable } = descriptor;
    return { value: guarded(() => get(raw, key)), writable: true, enumerable, configurable: !isLength };
  },
  getPrototypeOf: (shadow) => (globalThis[kindOf(raws.get(shadow))] ?? Object).prototype,
  setPrototypeOf: () => false,
  preventExtensions: () => false,
  defineProperty: () => false,
  apply: (shadow, receiver, args) => (
    guarded(() => apply(raws.get(shadow), exportValue(receiver), args.map(exportValue)))
  ),
  construct: (shadow, args) => guarded(() => construct(raws.get(shadow), args.map(exportValue))),
};

function guardedKeys(raw) {
  try {
    return [...ownKeys(raw)];
  } catch (error) {
    throw importValue(error);
  }
}

// What a proxy is built on: of the same kind, and with no property that a proxy would have to repeat.
function shadowFor(raw) {
  if (typeof raw === 'function') return (function() {}).bind();
  return isArray(raw) ? [] : {};
}

// A proxy that was revoked is nothing at all.
function isArray(raw) {
  try {
    return Array.isArray(raw);
  } catch {
    return false;
  }
}

/** What a check gets for a value of the program. */
function importValue(value) {
  if (!isObject(value) || !isForeign(value)) return value;
  const origin = origins.get(value);
  if (origin !== undefined && (typeof origin === 'function' || classBehind(origin) === 'Error')) return origin;
  const known = proxies.get(value);
  if (known !== undefined) return known;
  // Whoever holds it will look at it.
  if (classBehind(value) === 'Promise') markHandled(value);
  const shadow = shadowFor(value);
  const proxy = new Proxy(shadow, trap);
  raws.set(shadow, value);
  raws.set(proxy, value);
  proxies.set(value, proxy);
  return proxy;
}

// MARK: To the program

function remember(value, raw) {
  exported.set(value, raw);
  origins.set(raw, value);
  return raw;
}

function exportCallable(fn) {
  const called = (receiver, args) => {
    try {
      const self = originOf(receiver) ?? importValue(receiver);
      return exportValue(apply(fn, self, args.map(importValue)));
    } catch (error) {
      throw exportValue(error);
    }
  };
  return remember(fn, exportFunction(called, String(fn.name), Number(fn.length)));
}

function exportPromise(promise) {
  const raw = remember(promise, newPromise());
  promise.then(
    (value) => settlePromise(raw, exportValue(value), true),
    (error) => settlePromise(raw, exportValue(error), false),
  );
  return raw;
}

function exportProperties(from, raw, isEnumerable = true) {
  for (const key of ownKeys(from)) {
    const descriptor = getOwnPropertyDescriptor(from, key);
    if (key === 'length' && Array.isArray(from)) continue;
    outpost.put(raw, key, exportValue(from[key]), isEnumerable && descriptor.enumerable);
  }
}

const engineKeys = new Set(['stack', 'fileName', 'lineNumber', 'columnNumber', 'message', 'name']);

function exportError(error) {
  // What a check expects is not the submission's affair.
  if (error instanceof CheckFailure) return outpost.makeError('Error', 'an expectation of a check was not met');
  const raw = remember(error, outpost.makeError(String(error.name), String(error.message)));
  for (const key of ownKeys(error)) {
    if (engineKeys.has(key)) continue;
    outpost.put(raw, key, exportValue(error[key]), getOwnPropertyDescriptor(error, key).enumerable);
  }
  return raw;
}

// An object with its own properties, and with the methods of its class, bound to it.
function exportObject(object) {
  const raw = remember(object, Array.isArray(object) ? outpost.makeArray() : outpost.makeObject());
  exportProperties(object, raw);
  let prototype = getPrototypeOf(object);
  while (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype) {
    for (const key of ownKeys(prototype)) {
      if (key === 'constructor' || Object.hasOwn(object, key) || typeof object[key] !== 'function') continue;
      outpost.put(raw, key, exportValue(object[key].bind(object)), false);
    }
    prototype = getPrototypeOf(prototype);
  }
  return raw;
}

const makers = {
  Promise: exportPromise,
  Error: exportError,
  Date: (date) => remember(date, outpost.makeDate(date.getTime())),
  RegExp: (pattern) => remember(pattern, outpost.makeRegExp(pattern.source, pattern.flags)),
  Map(map) {
    const raw = remember(map, outpost.makeMap());
    for (const [key, value] of map) outpost.putInMap(raw, exportValue(key), exportValue(value));
    return raw;
  },
  Set(set) {
    const raw = remember(set, outpost.makeSet());
    for (const value of set) outpost.putInSet(raw, exportValue(value));
    return raw;
  },
};

/** What the program gets for a value of a check. */
function exportValue(value) {
  if (!isObject(value)) return value;
  const raw = raws.get(value);
  if (raw !== undefined) return raw;
  if (isForeign(value)) return value;
  const known = exported.get(value);
  if (known !== undefined) return known;
  if (typeof value === 'function') return exportCallable(value);
  return (makers[classBehind(value)] ?? exportObject)(value);
}

module.exports = { importValue, exportValue, rawOf, originOf, kindOf, promiseOf, isObject };
