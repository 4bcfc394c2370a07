// SPDX-License-Identifier: MIT
'use strict';

// Transfer lists, and why a value could not be copied, worded as Node words it. Shared by structuredClone, message
// ports and workers.

const { classOf } = binding;
const { isArray } = Array;
const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const functionToString = Function.prototype.toString;
const byteLengthOf = getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;
const { forEach: forEachOfMap } = Map.prototype;
const { forEach: forEachOfSet } = Set.prototype;
const { slice } = Array.prototype;
const { replace } = String.prototype;
const untransferable = new WeakSet();
const { has, add } = WeakSet.prototype;

/** A TypeError as Node's native code throws it: with a code that neither its name nor its stack shows. */
function nativeTypeError(code, text) {
  const error = new TypeError(text);
  error.code = code;
  return error;
}

function isObject(value) {
  return typeof value === 'object' && value !== null || typeof value === 'function';
}

/** The elements of an iterable, or undefined where the value is none. */
function elementsOf(value) {
  if (!isObject(value)) return undefined;
  const makeIterator = value[Symbol.iterator];
  if (typeof makeIterator !== 'function') return undefined;
  const iterator = apply(makeIterator, value, []);
  if (!isObject(iterator)) return undefined;
  const elements = [];
  const { next } = iterator;
  for (;;) {
    const { done, value: element } = apply(next, iterator, []);
    if (done) return elements;
    elements[elements.length] = element;
  }
}

/** The elements of a transfer list; undefined without one. */
function elementsOfTransferList(list, name = 'transferList') {
  if (list === undefined) return undefined;
  const elements = elementsOf(list);
  if (elements !== undefined) return elements;
  throw nativeTypeError('ERR_INVALID_ARG_TYPE', `Optional ${name} argument must be an iterable`);
}

/** The elements of postMessage's second argument: a transfer list, or an object with one. */
function elementsOfOptions(options) {
  if (options === undefined || options === null) return undefined;
  if (!isObject(options)) return elementsOfTransferList(options);
  return elementsOf(options) ?? elementsOfTransferList(options.transfer, 'options.transfer');
}

function dataCloneError(text) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(text, 'DataCloneError');
}

// A buffer whose memory was handed on: nothing can be seen of it but that no view of it can be made.
function isDetached(buffer) {
  if (apply(byteLengthOf, buffer, []) !== 0) return false;
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

// Sorts the elements of a transfer list into what the native side moves and buffers that have nothing left to move.
function sortTransfer(elements, source, moved, empty) {
  const { stateOf } = require('internal/message_port');
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    const port = stateOf(element);
    if (isObject(element) && apply(has, untransferable, [element])) continue;
    if (port === undefined && classOf(element) !== 'ArrayBuffer') {
      throw nativeTypeError('ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
    }
    if (port === undefined && isDetached(element)) {
      empty[empty.length] = element;
      continue;
    }
    if (source !== undefined && element === source) throw dataCloneError('Transfer list contains source port');
    for (let before = 0; before < moved.length; before++) {
      if (moved[before] !== element) continue;
      throw dataCloneError(`Transfer list contains duplicate ${port === undefined ? 'ArrayBuffer' : 'MessagePort'}`);
    }
    if (port?.isGone) throw dataCloneError('MessagePort in transfer list is already detached');
    moved[moved.length] = element;
  }
}

// Notes that the ports among these have gone to their receiver.
function noteTransfer(moved) {
  const { stateOf } = require('internal/message_port');
  for (let index = 0; index < moved.length; index++) {
    const port = stateOf(moved[index]);
    if (port !== undefined) port.isGone = true;
  }
}

function isEnvironment(value) {
  return classOf(value) === 'Proxy' && value === require('internal/process').process.env;
}

/**
 * Serializes a value by `serialize(value, moved, report)` and returns what that returns; throws what Node would throw
 * for a value or a transfer list that is refused. `source` is a port that must not be in the list.
 */
function serializeWith(serialize, value, elements, source = undefined) {
  const moved = [];
  if (elements !== undefined && elements.length > 0) {
    const empty = [];
    sortTransfer(elements, source, moved, empty);
    if (empty.length > 0) {
      const { emptyBuffers, withSubstitutes } = require('internal/clone_substitutes');
      value = withSubstitutes(value, emptyBuffers(empty));
    }
  }
  const list = moved.length === 0 ? undefined : moved;
  let report = [undefined, false, undefined];
  let result = serialize(value, list, report);
  if (report[1] && isEnvironment(report[0])) {
    const { plainEnvironment, withSubstitutes } = require('internal/clone_substitutes');
    const substituted = withSubstitutes(value, plainEnvironment(report[0]));
    report = [undefined, false, undefined];
    result = serialize(substituted, list, report);
  }
  if (report[1]) throw errorOfReport(report, value);
  if (list !== undefined) noteTransfer(list);
  return result;
}

/** Makes a buffer or port one that transfer lists pass over. */
function markAsUntransferable(object) {
  if (isObject(object)) apply(add, untransferable, [object]);
}

// The name of the nearest constructor that is a plain property, so that no getter and no proxy trap runs.
function getConstructorName(value) {
  for (let at = value, depth = 0; at !== null && depth < 100; depth++) {
    if (classOf(at) === 'Proxy') return 'Object';
    const constructor = getOwnPropertyDescriptor(at, 'constructor')?.value;
    const name = typeof constructor === 'function' && getOwnPropertyDescriptor(constructor, 'name')?.value;
    if (typeof name === 'string' && name !== '') return name;
    at = getPrototypeOf(at);
  }
  return 'Object';
}

// Native functions in V8's form, on one line.
function textOfFunction(value) {
  const text = apply(functionToString, value, []);
  return apply(replace, text, [/\(\) \{\s+\[native code\]\s+\}$/, '() { [native code] }']);
}

function describe(value) {
  if (typeof value === 'function') return textOfFunction(value);
  if (typeof value === 'symbol') return String(value);
  const kind = classOf(value);
  if (kind === 'Generator' || kind === 'AsyncGenerator') return `[object ${kind}]`;
  return `#<${getConstructorName(value)}>`;
}

// What a clone of the object would visit. Getters ran when the clone was tried; they are not run again.
function partsOf(object) {
  if (isArray(object)) return apply(slice, object, []);
  const parts = [];
  const kind = classOf(object);
  if (kind === 'Map') {
    apply(forEachOfMap, object, [(value, key) => {
      parts[parts.length] = key;
      parts[parts.length] = value;
    }]);
  } else if (kind === 'Set') {
    apply(forEachOfSet, object, [(value) => parts[parts.length] = value]);
  } else if (kind !== 'Proxy') {
    const keys = ownKeys(object);
    for (let index = 0; index < keys.length; index++) {
      const descriptor = getOwnPropertyDescriptor(object, keys[index]);
      if (typeof keys[index] === 'string' && descriptor.enumerable) parts[parts.length] = descriptor.value;
    }
  }
  return parts;
}

// The engine names the object that it could not copy; a primitive it could not copy is a symbol, found by looking.
function findSymbol(root) {
  const seen = new WeakSet();
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting[waiting.length - 1];
    waiting.length -= 1;
    if (typeof value === 'symbol') return value;
    if (typeof value !== 'object' || value === null || apply(has, seen, [value])) continue;
    apply(add, seen, [value]);
    const parts = partsOf(value);
    for (let index = parts.length - 1; index >= 0; index--) waiting[waiting.length] = parts[index];
  }
  return undefined;
}

// The error for a value that the native side could not copy; `report` is what it filled in.
function errorOfReport(report, value) {
  if (report[2] === 'port-in-message') {
    return nativeTypeError('ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST',
      'Object that needs transfer was found in message but not listed in transferList');
  }
  const culprit = report[0] === undefined ? findSymbol(value) : report[0];
  const isBuffer = report[2] === 'detached' || classOf(culprit) === 'ArrayBuffer' && isDetached(culprit);
  if (isBuffer || culprit === undefined) {
    return dataCloneError('An ArrayBuffer is detached and could not be cloned.');
  }
  return dataCloneError(`${describe(culprit)} could not be cloned.`);
}

module.exports = {
  elementsOf, elementsOfOptions, elementsOfTransferList, getConstructorName, markAsUntransferable, nativeTypeError,
  serializeWith,
};
