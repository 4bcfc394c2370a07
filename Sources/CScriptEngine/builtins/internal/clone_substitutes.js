// SPDX-License-Identifier: MIT
'use strict';

// Node can copy some objects that the engine refuses: a detached buffer in a transfer list arrives empty, process.env
// as a plain object. Where one of them stands in the way, the plain objects and arrays around it are copied with
// something else in its place.

const { isArray } = Array;
const { create, defineProperty, keys } = Object;
const { apply, getPrototypeOf } = Reflect;
const { has, get, set } = Map.prototype;
const objectPrototype = Object.prototype;

/** The value with `substitutes`, a Map from objects to what shall stand for them. */
function withSubstitutes(value, substitutes) {
  if (typeof value !== 'object' || value === null) return value;
  if (apply(has, substitutes, [value])) return apply(get, substitutes, [value]);
  if (!isArray(value) && getPrototypeOf(value) !== objectPrototype) return value;
  const copy = isArray(value) ? [] : create(objectPrototype);
  apply(set, substitutes, [value, copy]);
  if (isArray(value)) copy.length = value.length;
  const names = keys(value);
  for (let index = 0; index < names.length; index++) {
    defineProperty(copy, names[index], {
      __proto__: null,
      value: withSubstitutes(value[names[index]], substitutes),
      writable: true, enumerable: true, configurable: true,
    });
  }
  return copy;
}

/** A Map for `withSubstitutes` with an empty buffer in place of each of the buffers. */
function emptyBuffers(buffers) {
  const substitutes = new Map();
  for (let index = 0; index < buffers.length; index++) {
    apply(set, substitutes, [buffers[index], new ArrayBuffer(0)]);
  }
  return substitutes;
}

/** A Map for `withSubstitutes` with a plain object in place of `process.env`. */
function plainEnvironment(env) {
  const substitutes = new Map();
  apply(set, substitutes, [env, { ...env }]);
  return substitutes;
}

module.exports = { emptyBuffers, plainEnvironment, withSubstitutes };
