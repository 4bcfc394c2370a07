// SPDX-License-Identifier: MIT
'use strict';

// What checks do in the realm of the program: load the submission, and make values for it that are native there. It is
// loaded before the submission and keeps the intrinsics as they are by then; nothing in here can be reached from there.

const { Module, makeRequire } = require('internal/modules');
const { moduleSyntaxOf, compileCommonJS, requireModule } = binding;
const { AbortController } = require('internal/abort_controller');
const { targetInternals } = require('internal/event_target');
const path = require('node:path');

const { makeRandom } = require('internal/seeded_random');

const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { push: arrayPush } = Array.prototype;
const ErrorConstructors = {
  Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
};
const intrinsic = { Array, Date, Map, Object, Promise, RegExp, Set };
const { get: mapGet, set: mapSet } = Map.prototype;
const setAdd = Set.prototype.add;
const abortSignal = getOwnPropertyDescriptor(AbortController.prototype, 'signal').get;
const { abort } = AbortController.prototype;
const ErrorPrototype = Error.prototype;
const { isPrototypeOf } = Object.prototype;

const compiledFiles = new Map();
let hasModule = false;

// A file's text as the function that is its body; compiled once. The footer stands behind the text, so that no line of it
// moves; an error of the text is told as its own.
function compiledBody(file, text, footer) {
  const known = apply(mapGet, compiledFiles, [file]);
  if (known?.text === text && known.footer === footer) return known.body;
  let body;
  try {
    body = compileCommonJS(text + footer, file);
  } catch {
    body = compileCommonJS(text, file);
  }
  apply(mapSet, compiledFiles, [file, { text, footer, body }]);
  return body;
}

/** Runs a file's text as a module of its kind and gives what it exports. */
function load(file, text, footer) {
  if (apply(mapGet, compiledFiles, [file]) === undefined && moduleSyntaxOf(text, file)) {
    hasModule = true;
    return requireModule(file);
  }
  const module = new Module(file);
  module.filename = file;
  const body = compiledBody(file, text, footer);
  apply(body, module.exports, [module.exports, makeRequire(module), module, file, path.dirname(file)]);
  return module.exports;
}

/** What a submission offers: its exports, and its entry also where it is only declared; undefined where it has none. */
function loadSubmission(file, text, entry) {
  const footer = entry === undefined ? '' : `
;if (typeof ${entry} !== 'undefined' && Object(module.exports) === module.exports && !('${entry}' in module.exports)) {
  module.exports.${entry} = ${entry};
}`;
  const exported = load(file, text, footer);
  if (entry === undefined || exported?.[entry] !== undefined) return exported;
  if (typeof exported === 'function') return { [entry]: exported };
  if (exported?.default !== undefined) return { [entry]: exported.default };
  return undefined;
}

/** A pending promise, and what settles it. */
function makePromise() {
  let settle;
  const promise = construct(intrinsic.Promise, [(resolve, reject) => { settle = { resolve, reject }; }]);
  return { promise, resolve: settle.resolve, reject: settle.reject };
}

/** An error of that name: of the constructor that has it, if there is one. */
function makeError(name, message) {
  const error = construct(ErrorConstructors[name] ?? ErrorConstructors.Error, [message]);
  if (ErrorConstructors[name] === undefined) put(error, 'name', name, false);
  return error;
}

/** Gives an object a property, whatever stands on its prototypes. */
function put(object, key, value, isEnumerable) {
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: isEnumerable, configurable: true });
}

/** How many listeners a target has for a type of event; an `on…` attribute counts while it holds a function. */
function countListeners(target, type) {
  let count = 0;
  let node = apply(mapGet, targetInternals.listsOf(target), [type])?.next;
  for (; node !== undefined; node = node.next) {
    if (node.listener.handler !== null) count += 1;
  }
  return count;
}

// MARK: What a run leaves behind

// Whatever programs are likely to replace, and where they are likely to put something.
const watched = [];
const sizes = [];

function watch(object, keys) {
  for (const key of keys) apply(arrayPush, watched, [{ object, key, value: getOwnPropertyDescriptor(object, key)?.value }]);
}

function watchAll(object) {
  apply(arrayPush, sizes, [{ object, size: ownKeys(object).length }]);
  watch(object, ownKeys(object));
}

for (const object of [
  Object.prototype, Function.prototype, Array.prototype, Promise, Promise.prototype, Error, Error.prototype, JSON, Math,
  Map.prototype, Set.prototype, WeakMap.prototype, String.prototype, Reflect, Object, Date, Symbol,
]) {
  watchAll(object);
}
apply(arrayPush, sizes, [{ object: globalThis, size: ownKeys(globalThis).length }]);
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
  if (hasModule || !isPristine() || Math.random !== random) return false;
  random = makeRandom(binding.randomSeed);
  put(Math, 'random', random, false);
  return true;
}

let { random } = Math;

module.exports = {
  loadSubmission, renew, makePromise, makeError, put,
  makeObject: () => construct(intrinsic.Object, []),
  makeArray: () => construct(intrinsic.Array, []),
  makeDate: (time) => construct(intrinsic.Date, [time]),
  makeRegExp: (source, flags) => construct(intrinsic.RegExp, [source, flags]),
  makeMap: () => construct(intrinsic.Map, []),
  makeSet: () => construct(intrinsic.Set, []),
  putInMap: (map, key, value) => void apply(mapSet, map, [key, value]),
  putInSet: (set, value) => void apply(setAdd, set, [value]),
  makeController: () => construct(AbortController, []),
  signalOf: (controller) => apply(abortSignal, controller, []),
  abort: (controller, reason, hasReason) => void apply(abort, controller, hasReason ? [reason] : []),
  countListeners,
  // Whether a value inherits from Error, as a DOMException does, which the engine does not make.
  isError: (value) => apply(isPrototypeOf, ErrorPrototype, [value]),
};
