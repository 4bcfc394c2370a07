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
  apply(push, sizes, [{ object, size: ownKeys(object).length }]);
  for (const key of keys) apply(push, watched, [{ object, key, value: getOwnPropertyDescriptor(object, key)?.value }]);
}

const { console, performance } = globalThis;
watch(Object.prototype, ['constructor', 'hasOwnProperty', 'toString', 'valueOf']);
watch(Object, ['assign', 'create', 'defineProperty', 'entries', 'freeze', 'is', 'keys']);
watch(Function.prototype, ['apply', 'bind', 'call', 'toString', Symbol.hasInstance]);
watch(Array.prototype, [
  'concat', 'filter', 'find', 'forEach', 'includes', 'indexOf', 'join', 'map', 'pop', 'push', 'reduce', 'shift',
  'slice', 'sort', 'splice', 'unshift', Symbol.iterator,
]);
watch(Array, ['from', 'isArray', 'of']);
watch(Promise.prototype, ['constructor', 'catch', 'finally', 'then']);
watch(Promise, ['all', 'allSettled', 'any', 'race', 'reject', 'resolve']);
watch(Error.prototype, ['constructor', 'message', 'name', 'toString']);
watch(Error, ['captureStackTrace', 'prepareStackTrace', 'stackTraceLimit']);
watch(JSON, ['parse', 'stringify']);
watch(Math, ['ceil', 'floor', 'max', 'min', 'pow', 'round']);
watch(Map.prototype, ['clear', 'delete', 'forEach', 'get', 'has', 'set']);
watch(Set.prototype, ['add', 'clear', 'delete', 'forEach', 'has']);
watch(WeakMap.prototype, ['delete', 'get', 'has', 'set']);
watch(String.prototype, ['includes', 'replace', 'slice', 'split', 'trim']);
watch(Reflect, ['apply', 'construct', 'get', 'ownKeys', 'set']);
watch(Date, ['now', 'parse']);
watch(console, ['error', 'info', 'log', 'warn']);
watch(Object.getPrototypeOf(performance), ['now']);
watch(globalThis, [
  'Array', 'Date', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Object', 'Promise', 'Proxy', 'Reflect', 'Set', 'Symbol',
  'WeakMap', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console', 'global', 'process', 'queueMicrotask',
  'setImmediate', 'setInterval', 'setTimeout',
]);
watch(globalThis.process, ['emit', 'exit', 'nextTick', 'on']);

const { process } = globalThis;
const { eventNames } = process;

function isPristine() {
  for (let index = 0; index < sizes.length; index += 1) {
    const { object, size } = sizes[index];
    if (ownKeys(object).length !== size) return false;
  }
  for (let index = 0; index < watched.length; index += 1) {
    const { object, key, value } = watched[index];
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
