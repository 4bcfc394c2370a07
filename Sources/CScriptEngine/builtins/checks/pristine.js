// SPDX-License-Identifier: MIT
'use strict';

// What a run of a submission leaves behind in its realm, as far as one can see. Loaded before any submission.

const { makeRandom } = require('internal/seeded_random');
const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { push } = Array.prototype;

let { random } = Math;

// Whatever programs are likely to replace, and where they are likely to put something.
const watched = [];
const sizes = [];

function watch(object, keys) {
  for (const key of keys) apply(push, watched, [{ object, key, value: getOwnPropertyDescriptor(object, key)?.value }]);
}

function watchAll(object) {
  apply(push, sizes, [{ object, size: ownKeys(object).length }]);
  watch(object, ownKeys(object));
}

for (const object of [
  Object.prototype, Function.prototype, Array.prototype, Promise, Promise.prototype, Error, Error.prototype, JSON, Math,
  Map.prototype, Set.prototype, WeakMap.prototype, String.prototype, Reflect, Object, Date, Symbol,
]) {
  watchAll(object);
}
apply(push, sizes, [{ object: globalThis, size: ownKeys(globalThis).length }]);
watch(globalThis, [
  'Array', 'Date', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Object', 'Promise', 'Proxy', 'Reflect', 'Set', 'Symbol',
  'WeakMap', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console', 'global', 'process', 'queueMicrotask',
  'setImmediate', 'setInterval', 'setTimeout',
]);
watchAll(globalThis.console);
watchAll(globalThis.performance);
watchAll(Object.getPrototypeOf(globalThis.performance));
watchAll(AbortController.prototype);
watchAll(globalThis.process);

const { process } = globalThis;
const { eventNames } = process;

function isPristine() {
  for (let index = 0; index < sizes.length; index += 1) {
    const { object, size } = sizes[index];
    if (ownKeys(object).length !== size) return false;
  }
  for (let index = 0; index < watched.length; index += 1) {
    const { object, key, value } = watched[index];
    if (object === Math && key === 'random') continue;
    if (getOwnPropertyDescriptor(object, key)?.value !== value) return false;
  }
  return apply(eventNames, process, []).length === 0;
}

/** Whether the realm is as it was before the first run, as far as one can see; its random numbers begin anew. */
function renew() {
  if (!isPristine() || Math.random !== random) return false;
  random = makeRandom(binding.randomSeed);
  defineProperty(Math, 'random', { __proto__: null, value: random });
  return true;
}

module.exports = { renew };
