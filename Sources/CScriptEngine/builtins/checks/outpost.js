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

const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
// Without a prototype: the names that are looked up are anybody's.
const ErrorConstructors = {
  __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
};
const intrinsic = { Array, Date, Map, Object, Promise, RegExp, Set };
const { set: mapSet, forEach: mapForEach } = Map.prototype;
const { add: setAdd, forEach: setForEach } = Set.prototype;
const abortSignal = getOwnPropertyDescriptor(AbortController.prototype, 'signal').get;
const { abort } = AbortController.prototype;
const ErrorPrototype = Error.prototype;
const { isPrototypeOf } = Object.prototype;

// A file's text as the function that is its body; undefined where it is that of an ES module. The footer stands behind
// the text, so that no line of it moves; an error of the text is told as its own.
function compiledBody(file, text, footer) {
  try {
    return compileCommonJS(text + footer, file);
  } catch {
    return moduleSyntaxOf(text, file) ? undefined : compileCommonJS(text, file);
  }
}

// An ES module's exports, which have to be there when the check begins.
function moduleExports(file) {
  try {
    return requireModule(file);
  } catch (error) {
    if (error?.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
    throw makeError('SyntaxError', 'the file awaits something at its top level; move that into a function');
  }
}

/** Runs a file's text as a module of its kind and gives what it exports. */
function load(file, text, footer) {
  const body = compiledBody(file, text, footer);
  if (body === undefined) return moduleExports(file);
  const module = new Module(file);
  module.filename = file;
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

/** An array of what a set holds, or of a map's keys and values in turn. */
function entriesOf(collection, kind) {
  const list = construct(intrinsic.Array, []);
  let count = 0;
  const add = (value) => {
    put(list, count, value, true);
    count += 1;
  };
  if (kind === 'Set') {
    apply(setForEach, collection, [add]);
  } else {
    apply(mapForEach, collection, [(value, key) => {
      add(key);
      add(value);
    }]);
  }
  return list;
}

module.exports = {
  loadSubmission, makeError, put,
  // As before a rehearsal: random numbers begin with the first one.
  renew: () => put(Math, 'random', makeRandom(binding.randomSeed), false),
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
  countListeners: targetInternals.countActive,
  entriesOf,
  // Whether a value inherits from Error, as a DOMException does, which the engine does not make.
  isError: (value) => apply(isPrototypeOf, ErrorPrototype, [value]),
};
