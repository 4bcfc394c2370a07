// SPDX-License-Identifier: MIT
'use strict';

// What checks do in the realm of the program: load the submission, and make values for it that are native there. It is
// loaded before the submission and keeps the intrinsics as they are by then; nothing in here can be reached from there.

const { Module, makeRequire } = require('internal/modules');
const { moduleSyntaxOf, compileCommonJS, requireModule } = binding;
const { AbortController } = require('internal/abort_controller');
const { targetInternals } = require('internal/event_target');
const path = require('node:path');

const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
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

/** Runs a file's text as a module of its kind and gives what it exports. */
function load(file, text, footer = '') {
  if (moduleSyntaxOf(text, file)) return requireModule(file);
  const module = new Module(file);
  module.filename = file;
  // By itself first: an error in it must not be told as one of the footer.
  const own = compileCommonJS(text, file);
  const compiled = footer === '' ? own : compileCommonJS(text + footer, file);
  const parameters = [module.exports, makeRequire(module), module, file, path.dirname(file)];
  apply(compiled, module.exports, parameters);
  return module.exports;
}

/** What a submission offers: its exports, and its entry also where it is only declared; undefined where it has none. */
function loadSubmission(file, text, entry) {
  // Behind the text, so that no line of it moves.
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

module.exports = {
  loadSubmission, makePromise, makeError, put,
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
