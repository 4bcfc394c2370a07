// SPDX-License-Identifier: MIT
'use strict';

// Deep equality as `assert.deepEqual` (loose) and `assert.deepStrictEqual` (strict) understand it.

const types = require('internal/types');

const { getOwnPropertySymbols, getPrototypeOf, is, keys: keysOf } = Object;
const hasOwn = Object.hasOwn ?? ((object, key) => Object.prototype.hasOwnProperty.call(object, key));
const isEnumerable = (object, key) => Object.prototype.propertyIsEnumerable.call(object, key);
const tagOf = (value) => Object.prototype.toString.call(value);
const isObject = (value) => value !== null && typeof value === 'object';
const isNaNValue = (value) => value !== value;

const arrayIndex = /^(?:0|[1-9]\d{0,9})$/;
const isIndex = (key) => arrayIndex.test(key) && Number(key) < 4294967295;

function enumerableSymbols(object) {
  return getOwnPropertySymbols(object).filter((symbol) => isEnumerable(object, symbol));
}

// Own enumerable keys beyond the indices; symbols count in strict mode only.
function extraKeys(object, strict) {
  const keys = keysOf(object).filter((key) => !isIndex(key));
  return strict ? keys.concat(enumerableSymbols(object)) : keys;
}

function sameBytes(a, b) {
  if (a.byteLength !== b.byteLength) return false;
  const bytes = (view) => (
    ArrayBuffer.isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view)
  );
  const left = bytes(a);
  const right = bytes(b);
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function sameElements(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const boxes = [
  ['isNumberObject', Number],
  ['isStringObject', String],
  ['isBooleanObject', Boolean],
  ['isBigIntObject', typeof BigInt === 'undefined' ? undefined : BigInt],
  ['isSymbolObject', Symbol],
];

function sameBoxedValue(a, b) {
  for (let i = 0; i < boxes.length; i++) {
    const test = types[boxes[i][0]];
    if (test(a)) return test(b) && is(boxes[i][1].prototype.valueOf.call(a), boxes[i][1].prototype.valueOf.call(b));
  }
  return false;
}

/** One comparison: remembers the pairs under way, so that circular structures come to an end. */
class Comparison {
  constructor(strict) {
    this.strict = strict;
    this.underWay = new Map();
  }

  equal(a, b) {
    if (a === b) return a !== 0 || is(a, b) || !this.strict;
    if (this.strict) {
      if (typeof a !== 'object') return typeof a === 'number' && isNaNValue(a) && isNaNValue(b);
      if (!isObject(a) || !isObject(b)) return false;
      if (getPrototypeOf(a) !== getPrototypeOf(b)) return false;
    } else {
      if (!isObject(a)) return !isObject(b) && (a == b || (isNaNValue(a) && isNaNValue(b)));
      if (!isObject(b)) return false;
    }
    if (tagOf(a) !== tagOf(b)) return false;
    return this.objectsEqual(a, b);
  }

  objectsEqual(a, b) {
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false;
      return this.withKeys(a, b, 'array', extraKeys(a, this.strict), extraKeys(b, this.strict));
    }
    if (tagOf(a) === '[object Object]') return this.withKeys(a, b, 'plain');
    if (types.isDate(a)) {
      if (!types.isDate(b) || Date.prototype.getTime.call(a) !== Date.prototype.getTime.call(b)) return false;
    } else if (types.isRegExp(a)) {
      if (!types.isRegExp(b) || a.source !== b.source || a.flags !== b.flags) return false;
      if (a.lastIndex !== b.lastIndex) return false;
    } else if (types.isNativeError(a) || a instanceof Error) {
      if (!this.errorsEqual(a, b)) return false;
    } else if (tagOf(a) === '[object URL]') {
      if (a.href !== b.href) return false;
    } else if (ArrayBuffer.isView(a)) {
      return this.viewsEqual(a, b);
    } else if (types.isSet(a)) {
      return types.isSet(b) && a.size === b.size && this.withKeys(a, b, 'set');
    } else if (types.isMap(a)) {
      return types.isMap(b) && a.size === b.size && this.withKeys(a, b, 'map');
    } else if (types.isAnyArrayBuffer(a)) {
      if (!types.isAnyArrayBuffer(b) || !sameBytes(a, b)) return false;
    } else if (types.isBoxedPrimitive(a)) {
      if (!sameBoxedValue(a, b)) return false;
    } else if (this.isOfOtherKind(b)) {
      return false;
    }
    return this.withKeys(a, b, 'plain');
  }

  // Compares what an error has besides enumerable keys.
  errorsEqual(a, b) {
    if (!types.isNativeError(b) && !(b instanceof Error)) return false;
    if (a.message !== b.message || a.name !== b.name) return false;
    for (const key of ['cause', 'errors']) {
      if (!isEnumerable(a, key) && !this.equal(a[key], b[key])) return false;
    }
    return true;
  }

  // `a` is none of these, and a tag can be faked.
  isOfOtherKind(b) {
    return Array.isArray(b) || ArrayBuffer.isView(b) || types.isSet(b) || types.isMap(b) || types.isDate(b) ||
      types.isRegExp(b) || types.isAnyArrayBuffer(b) || types.isBoxedPrimitive(b) || types.isNativeError(b) ||
      b instanceof Error;
  }

  viewsEqual(a, b) {
    if (!ArrayBuffer.isView(b)) return false;
    const byElement = !this.strict && (types.isFloat32Array(a) || types.isFloat64Array(a));
    if (!(byElement ? sameElements(a, b) : sameBytes(a, b))) return false;
    return this.withKeys(a, b, 'plain', extraKeys(a, this.strict), extraKeys(b, this.strict));
  }

  // Compares which keys there are, then what they hold and what the collection holds.
  withKeys(a, b, kind, aKeys = undefined, bKeys = undefined) {
    let keys = aKeys;
    if (keys === undefined) {
      keys = keysOf(a);
      if (keys.length !== keysOf(b).length) return false;
      for (let i = 0; i < keys.length; i++) if (!hasOwn(b, keys[i])) return false;
      if (this.strict) {
        const symbols = enumerableSymbols(a);
        if (symbols.length !== enumerableSymbols(b).length) return false;
        for (let i = 0; i < symbols.length; i++) if (!isEnumerable(b, symbols[i])) return false;
        keys = keys.concat(symbols);
      }
    } else {
      if (keys.length !== bKeys.length) return false;
      for (let i = 0; i < keys.length; i++) if (!isEnumerable(b, keys[i])) return false;
    }
    const empty = kind === 'plain' || (kind === 'array' ? a.length === 0 : a.size === 0);
    if (keys.length === 0 && empty) return true;
    return this.rememberingPair(a, b, () => this.contentsEqual(a, b, kind, keys));
  }

  // A pair met inside itself is taken as equal: what differs shows elsewhere.
  rememberingPair(a, b, compare) {
    let partners = this.underWay.get(a);
    if (partners === undefined) {
      partners = new Set();
      this.underWay.set(a, partners);
    } else if (partners.has(b)) {
      return true;
    }
    partners.add(b);
    const result = compare();
    partners.delete(b);
    return result;
  }

  contentsEqual(a, b, kind, keys) {
    if (kind === 'set' && !this.setsEqual(a, b)) return false;
    if (kind === 'map' && !this.mapsEqual(a, b)) return false;
    if (kind === 'array' && !this.arraysEqual(a, b)) return false;
    for (let i = 0; i < keys.length; i++) if (!this.equal(a[keys[i]], b[keys[i]])) return false;
    return true;
  }

  arraysEqual(a, b) {
    for (let i = 0; i < a.length; i++) {
      if (hasOwn(a, i)) {
        if (!hasOwn(b, i) || !this.equal(a[i], b[i])) return false;
      } else if (hasOwn(b, i)) {
        return false;
      } else {
        return this.sparseEqual(a, b, i);
      }
    }
    return true;
  }

  // Holes can be long, so go by the keys there are.
  sparseEqual(a, b, start) {
    const keys = keysOf(a);
    if (keys.length !== keysOf(b).length) return false;
    for (const key of keys) {
      if (!isIndex(key) || Number(key) < start) continue;
      if (!hasOwn(b, key) || !this.equal(a[key], b[key])) return false;
    }
    return true;
  }

  // Members found on both sides by key are settled at once; the others are paired off one by one.
  setsEqual(a, b) {
    const unpaired = [];
    for (const value of a) {
      if (isObject(value) || !b.has(value)) {
        if (this.strict && !isObject(value)) return false;
        unpaired.push(value);
      }
    }
    for (const value of b) {
      if (!isObject(value) && a.has(value)) continue;
      if (!this.takePartner(unpaired, (candidate) => this.equal(candidate, value))) return false;
    }
    return unpaired.length === 0;
  }

  mapsEqual(a, b) {
    const unpaired = [];
    const settled = new Set();
    for (const { 0: key, 1: value } of a) {
      if (!isObject(key) && b.has(key) && this.equal(value, b.get(key))) {
        settled.add(key);
      } else {
        if (this.strict && !isObject(key)) return false;
        unpaired.push(key);
      }
    }
    for (const { 0: key, 1: value } of b) {
      if (settled.has(key)) continue;
      const fits = (candidate) => this.equal(candidate, key) && this.equal(a.get(candidate), value);
      if (!this.takePartner(unpaired, fits)) return false;
    }
    return unpaired.length === 0;
  }

  takePartner(candidates, fits) {
    const index = candidates.findIndex(fits);
    if (index === -1) return false;
    candidates.splice(index, 1);
    return true;
  }
}

/** Equality that converts primitives as `==` does. */
function isDeepEqual(a, b) {
  return new Comparison(false).equal(a, b);
}

/** Equality by `Object.is`, prototypes, and own enumerable properties with symbols. */
function isDeepStrictEqual(a, b) {
  return new Comparison(true).equal(a, b);
}

module.exports = { isDeepEqual, isDeepStrictEqual };
