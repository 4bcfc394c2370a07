// SPDX-License-Identifier: MIT
'use strict';

// The methods of ECMA-262, 14th edition, that the engine lacks, with V8's messages. Captured at load, since programs
// may patch the originals.
const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { trunc, min, max } = Math;
const { MAX_SAFE_INTEGER } = Number;
const arrayFrom = Array.from;
const arraySort = Array.prototype.sort;
const charCodeAt = String.prototype.charCodeAt;
const substring = String.prototype.slice;
const maxArrayLength = 2 ** 32 - 1;

function describe(value) {
  return require('internal/receiver_text').describeValue(value);
}

function toIntegerOrInfinity(value) {
  // NaN and -0 become 0.
  return trunc(+value) || 0;
}

function lengthOf(object) {
  return min(max(toIntegerOrInfinity(object.length), 0), MAX_SAFE_INTEGER);
}

function toObject(value, name) {
  if (value !== undefined && value !== null) return Object(value);
  throw new TypeError(name === ''
    ? 'Cannot convert undefined or null to object' : `Array.prototype.${name} called on null or undefined`);
}

function requireCallable(callback) {
  if (typeof callback !== 'function') throw new TypeError(`${describe(callback)} is not a function`);
}

function requireComparator(comparator) {
  if (comparator !== undefined && typeof comparator !== 'function') {
    throw new TypeError('The comparison function must be either a function or undefined');
  }
}

// An array whose elements exist, so that assigning to them reaches no setter of a patched Array.prototype.
function createArray(length) {
  if (length > maxArrayLength) throw new RangeError('Invalid array length');
  return apply(arrayFrom, Array, [{ __proto__: null, length }]);
}

function relativeIndex(value, length) {
  const index = toIntegerOrInfinity(value);
  return index < 0 ? max(length + index, 0) : min(index, length);
}

function findLastIndexIn(object, length, callback, thisArg) {
  requireCallable(callback);
  for (let i = length - 1; i >= 0; i--) {
    if (apply(callback, thisArg, [object[i], i, object])) return i;
  }
  return -1;
}

const arrayMethods = {
  findLast(predicate) {
    const object = toObject(this, 'findLast');
    const length = lengthOf(object);
    requireCallable(predicate);
    for (let i = length - 1; i >= 0; i--) {
      const value = object[i];
      if (apply(predicate, arguments[1], [value, i, object])) return value;
    }
    return undefined;
  },

  findLastIndex(predicate) {
    const object = toObject(this, 'findLastIndex');
    return findLastIndexIn(object, lengthOf(object), predicate, arguments[1]);
  },

  toReversed() {
    const object = toObject(this, '');
    const length = lengthOf(object);
    const result = createArray(length);
    for (let i = 0; i < length; i++) result[i] = object[length - 1 - i];
    return result;
  },

  toSorted(comparator) {
    requireComparator(comparator);
    const object = toObject(this, '');
    const length = lengthOf(object);
    const result = createArray(length);
    for (let i = 0; i < length; i++) result[i] = object[i];
    return apply(arraySort, result, [comparator]);
  },

  toSpliced(start, skipCount) {
    const object = toObject(this, '');
    const length = lengthOf(object);
    const from = relativeIndex(start, length);
    let skipped = 0;
    if (arguments.length === 1) skipped = length - from;
    else if (arguments.length > 1) skipped = min(max(toIntegerOrInfinity(skipCount), 0), length - from);
    const inserted = max(arguments.length - 2, 0);
    const newLength = length + inserted - skipped;
    if (newLength > MAX_SAFE_INTEGER) throw new TypeError('Invalid array length');
    const result = createArray(newLength);
    for (let i = 0; i < from; i++) result[i] = object[i];
    for (let i = 0; i < inserted; i++) result[from + i] = arguments[i + 2];
    for (let i = from + inserted; i < newLength; i++) result[i] = object[i - inserted + skipped];
    return result;
  },

  with(index, value) {
    const object = toObject(this, '');
    const length = lengthOf(object);
    const relative = toIntegerOrInfinity(index);
    const actual = relative < 0 ? length + relative : relative;
    if (length > maxArrayLength) throw new RangeError('Invalid array length');
    if (actual < 0 || actual >= length) throw new RangeError(`Invalid index : ${describe(index)}`);
    const result = createArray(length);
    for (let i = 0; i < length; i++) result[i] = i === actual ? value : object[i];
    return result;
  },
};

const typedArrayPrototype = getPrototypeOf(Int8Array.prototype);
const nativeTypedSort = typedArrayPrototype.sort;
const nativeFill = typedArrayPrototype.fill;
const nativeSet = typedArrayPrototype.set;
const nativeKeys = typedArrayPrototype.keys;
const typedLength = getOwnPropertyDescriptor(typedArrayPrototype, 'length').get;
const typedTag = getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag).get;
const typedConstructors = {
  __proto__: null,
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
  Float32Array, Float64Array, BigInt64Array, BigUint64Array,
};

/** ValidateTypedArray: the length, or a TypeError for what is no typed array or has lost its buffer. */
function validTypedLength(value, name) {
  const tag = typeof value === 'object' && value !== null ? apply(typedTag, value, []) : undefined;
  if (tag === undefined) {
    const isCopying = name === 'toReversed' || name === 'toSorted';
    throw new TypeError(isCopying
      ? `Method %TypedArray%.prototype.${name} called on incompatible receiver ${describe(value)}`
      : 'this is not a typed array.');
  }
  try {
    apply(nativeKeys, value, []);
  } catch {
    throw new TypeError(`Cannot perform %TypedArray%.prototype.${name} on a detached ArrayBuffer`);
  }
  return apply(typedLength, value, []);
}

function createSameType(value, length) {
  return new typedConstructors[apply(typedTag, value, [])](length);
}

const typedMethods = {
  findLast(predicate) {
    const length = validTypedLength(this, 'findLast');
    requireCallable(predicate);
    for (let i = length - 1; i >= 0; i--) {
      const value = this[i];
      if (apply(predicate, arguments[1], [value, i, this])) return value;
    }
    return undefined;
  },

  findLastIndex(predicate) {
    return findLastIndexIn(this, validTypedLength(this, 'findLastIndex'), predicate, arguments[1]);
  },

  toReversed() {
    const length = validTypedLength(this, 'toReversed');
    const result = createSameType(this, length);
    for (let i = 0; i < length; i++) result[i] = this[length - 1 - i];
    return result;
  },

  toSorted(comparator) {
    requireComparator(comparator);
    const result = createSameType(this, validTypedLength(this, 'toSorted'));
    apply(nativeSet, result, [this]);
    return apply(nativeTypedSort, result, [comparator]);
  },

  with(index, value) {
    const length = validTypedLength(this, 'with');
    // The type's own conversion, made by an array of the type; V8 does it before it looks at the index.
    const converted = createSameType(this, 1);
    apply(nativeFill, converted, [value]);
    const relative = toIntegerOrInfinity(index);
    const actual = relative < 0 ? length + relative : relative;
    if (actual < 0 || actual >= apply(typedLength, this, [])) throw new RangeError('Invalid typed array index');
    const result = createSameType(this, length);
    for (let i = 0; i < length; i++) result[i] = this[i];
    result[actual] = converted[0];
    return result;
  },
};

function requireString(value, name) {
  if (value === undefined || value === null) {
    throw new TypeError(`String.prototype.${name} called on null or undefined`);
  }
  return `${value}`;
}

/** Index of the first surrogate without its other half, from `start` on; -1 when there is none. */
function loneSurrogateIndex(string, start) {
  for (let i = start; i < string.length; i++) {
    const unit = apply(charCodeAt, string, [i]);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = i + 1 < string.length ? apply(charCodeAt, string, [i + 1]) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return i;
    i++;
  }
  return -1;
}

const stringMethods = {
  isWellFormed() {
    return loneSurrogateIndex(requireString(this, 'isWellFormed'), 0) === -1;
  },

  toWellFormed() {
    const string = requireString(this, 'toWellFormed');
    let result = '';
    let copied = 0;
    for (let i = loneSurrogateIndex(string, 0); i !== -1; i = loneSurrogateIndex(string, copied)) {
      result += `${apply(substring, string, [copied, i])}\ufffd`;
      copied = i + 1;
    }
    return result + apply(substring, string, [copied]);
  },
};

function addMissing(prototype, methods) {
  for (const name of Object.keys(methods)) {
    if (getOwnPropertyDescriptor(prototype, name) !== undefined) continue;
    defineProperty(prototype, name, {
      __proto__: null, value: methods[name], writable: true, enumerable: false, configurable: true,
    });
  }
}

/** Adds to `global`'s intrinsics the methods that are not there yet. */
function install(global) {
  const arrayPrototype = global.Array.prototype;
  addMissing(arrayPrototype, arrayMethods);
  addMissing(getPrototypeOf(global.Int8Array.prototype), typedMethods);
  addMissing(global.String.prototype, stringMethods);
  const unscopables = arrayPrototype[Symbol.unscopables];
  for (const name of ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced']) {
    if (getOwnPropertyDescriptor(unscopables, name) === undefined) unscopables[name] = true;
  }
}

module.exports = { install };
