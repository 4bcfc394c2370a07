// SPDX-License-Identifier: MIT
'use strict';

// Copies of values of the program, taken once: a getter or a proxy that answers differently each time is asked once.

const { CheckFailure } = require('checks/failure');
const { importValue, isObject, kindOf, rawOf } = require('checks/membrane');
const { clone, isForeign, outpost, promiseState, promiseResult } = binding;
const { get, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

// JS::PromiseState
const pending = 0;
const fulfilled = 1;
// More than this no check compares.
const nodeLimit = 100_000;
const engineKeys = new Set(['stack', 'fileName', 'lineNumber', 'columnNumber']);
const statedKeys = ['errors', 'cause', 'code'];

class Copying {
  constructor(isForDisplay) {
    this.isForDisplay = isForDisplay;
    this.copies = new Map();
  }

  copy(value) {
    if (!isObject(value)) return value;
    const raw = rawOf(value);
    const known = this.copies.get(raw);
    if (known !== undefined) return known;
    if (this.copies.size >= nodeLimit) throw new CheckFailure('a value has too many parts to be compared');
    return this.copyOf(raw, kindOf(raw));
  }

  remember(raw, copy) {
    this.copies.set(raw, copy);
    return copy;
  }

  copyOf(raw, kind) {
    if (typeof raw === 'function') return this.remember(raw, this.copyFunction(raw));
    if (kind === 'Promise') return this.remember(raw, this.copyPromise(raw));
    if (kind === 'Error') return this.copyError(raw);
    if (Array.isArray(raw)) return this.copyArray(raw);
    if (kind === 'Map' || kind === 'Set') return this.copyCollection(raw, kind);
    if (kind !== 'Object' && kind !== 'Proxy' && this.isCloneable(kind)) {
      return this.remember(raw, this.clone(raw, kind));
    }
    const copy = this.remember(raw, {});
    this.copyProperties(raw, copy);
    if (this.isForDisplay) this.nameClass(raw, copy);
    return copy;
  }

  isCloneable(kind) {
    return /^(?:Date|RegExp|ArrayBuffer|DataView|Boolean|Number|String|BigInt|\w+Array)$/.test(kind);
  }

  clone(raw, kind) {
    if (!isForeign(raw)) return raw;
    const copy = clone(raw);
    if (copy !== undefined) return copy;
    if (this.isForDisplay) return Object(`[${kind}]`);
    throw new CheckFailure(`a value of the kind ${kind} cannot be compared`);
  }

  // Structured clone would refuse functions and promises.
  copyCollection(raw, kind) {
    const entries = isForeign(raw) ? outpost.entriesOf(raw, kind) : [...raw].flat(kind === 'Map' ? 1 : 0);
    const copy = this.remember(raw, kind === 'Map' ? new Map() : new Set());
    const { length } = entries;
    for (let index = 0; index < length; index += kind === 'Map' ? 2 : 1) {
      if (kind === 'Map') copy.set(this.copy(entries[index]), this.copy(entries[index + 1]));
      else copy.add(this.copy(entries[index]));
    }
    return copy;
  }

  // A function is itself, and for the eye one of the same name.
  copyFunction(raw) {
    const value = importValue(raw);
    if (!this.isForDisplay || !isForeign(raw)) return value;
    return Object.defineProperty(() => {}, 'name', { value: String(get(raw, 'name')) });
  }

  copyPromise(raw) {
    if (!this.isForDisplay) return importValue(raw);
    const state = promiseState(raw);
    if (state === pending) return new Promise(() => {});
    const value = this.copy(promiseResult(raw));
    return state === fulfilled ? Promise.resolve(value) : Promise.reject(value);
  }

  copyError(raw) {
    const copy = this.remember(raw, new Error(String(get(raw, 'message'))));
    Object.defineProperty(copy, 'name', { value: String(get(raw, 'name')), configurable: true, writable: true });
    Object.defineProperty(copy, 'stack', { value: `${copy.name}: ${copy.message}`, configurable: true });
    this.copyProperties(raw, copy, (key) => !engineKeys.has(key) && key !== 'message' && key !== 'name');
    for (const key of statedKeys) {
      if (getOwnPropertyDescriptor(raw, key) !== undefined && !Object.hasOwn(copy, key)) {
        copy[key] = this.copy(get(raw, key));
      }
    }
    return copy;
  }

  copyArray(raw) {
    const copy = this.remember(raw, []);
    const length = Number(get(raw, 'length'));
    if (!(length <= nodeLimit)) throw new CheckFailure('an array is too long to be compared', { got: `${length}` });
    copy.length = length;
    this.copyProperties(raw, copy, (key) => key !== 'length');
    return copy;
  }

  copyProperties(raw, copy, isWanted = () => true) {
    for (const key of ownKeys(raw)) {
      if (!isWanted(key)) continue;
      const descriptor = getOwnPropertyDescriptor(raw, key);
      if (descriptor === undefined || !descriptor.enumerable) continue;
      const value = this.copy(get(raw, key));
      Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
    }
  }

  // A class stands before its object, as in Node.
  nameClass(raw, copy) {
    const prototype = getPrototypeOf(raw);
    if (prototype === null) return;
    const name = get(get(prototype, 'constructor') ?? {}, 'name');
    if (typeof name !== 'string' || name === 'Object' || name === '') return;
    const constructor = Object.defineProperty(function() {}, 'name', { value: name });
    Object.setPrototypeOf(copy, Object.create(Object.prototype, { constructor: { value: constructor } }));
  }
}

function taken(value, isForDisplay) {
  try {
    return new Copying(isForDisplay).copy(value);
  } catch (error) {
    if (error instanceof CheckFailure) throw error;
    throw new CheckFailure('a value throws when it is looked at');
  }
}

/** A copy to compare. */
function snapshot(value) {
  return taken(value, false);
}

/** A copy to show. */
function displayed(value) {
  return taken(value, true);
}

module.exports = { snapshot, displayed };
