// SPDX-License-Identifier: MIT
'use strict';

// How the error that ended a worker gets to its parent (Node: lib/internal/error_serdes.js): an Error as its class and
// its properties, so that what a subclass added arrives too; anything else as a clone; what cannot be cloned as text.

const { classOf, describeError, postErrorToParent } = binding;
const { create, defineProperty } = Object;
const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

const classes = { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const classNames = ownKeys(classes);
const stackDescriptor = { enumerable: false, writable: true, configurable: true };
// Where the engine was when it made the error; Node's errors have no such properties.
const enginePlaces = ['fileName', 'lineNumber', 'columnNumber'];

// The name of the nearest class of the language that the error belongs to, and the objects from the error up to there.
function ancestry(error) {
  const chain = [];
  for (let at = error; at !== null; at = getPrototypeOf(at)) {
    chain[chain.length] = at;
    for (let index = 0; index < classNames.length; index++) {
      const name = classNames[index];
      // Subclasses of Error in the language inherit from it in turn: their own properties count, and Error's.
      if (at === classes[name].prototype) return { name, chain: withError(chain, at) };
    }
  }
  return undefined;
}

function withError(chain, at) {
  if (at !== Error.prototype) chain[chain.length] = classes.Error.prototype;
  return chain;
}

function isEnginePlace(key, descriptor) {
  for (let index = 0; index < enginePlaces.length; index++) {
    if (enginePlaces[index] === key) return !descriptor.enumerable;
  }
  return false;
}

// Where Node would find a value: `stack` is each error's own there.
function isPassedOver(key, descriptor, isOwn) {
  if (typeof key === 'symbol' || key === 'constructor' || key === 'stack' && !isOwn) return true;
  return isEnginePlace(key, descriptor);
}

function addProperty(properties, error, key, descriptor) {
  let value;
  try {
    value = error[key];
  } catch {
    return;
  }
  if (typeof value === 'function' || typeof value === 'symbol') return;
  const isWritable = key === 'stack' || descriptor.writable === true;
  properties.set(key, [key, value, descriptor.enumerable, isWritable, descriptor.configurable]);
}

// Each property once, in the order in which the classes declare them, with the value that the error gives for it.
function propertiesOf(error, chain) {
  const properties = new Map();
  addProperty(properties, error, 'name', getOwnPropertyDescriptor(Error.prototype, 'name'));
  for (let index = chain.length - 1; index >= 0; index--) {
    if (index === 0) addProperty(properties, error, 'stack', stackDescriptor);
    const keys = ownKeys(chain[index]);
    for (let at = 0; at < keys.length; at++) {
      const descriptor = getOwnPropertyDescriptor(chain[index], keys[at]);
      if (!isPassedOver(keys[at], descriptor, index === 0)) addProperty(properties, error, keys[at], descriptor);
    }
  }
  return [...properties.values()];
}

/** Sends an error that nothing caught to the parent, as much of it as can be cloned. */
function postError(error) {
  const { file, line, column } = describeError(error);
  const place = { file, line, column };
  if (typeof error === 'symbol') {
    postErrorToParent({ kind: 'symbol', description: error.description, place });
    return;
  }
  const found = classOf(error) === 'Error' ? ancestry(error) : undefined;
  if (found !== undefined) {
    const properties = propertiesOf(error, found.chain);
    if (postErrorToParent({ kind: 'error', name: found.name, properties, place })) return;
  }
  if (postErrorToParent({ kind: 'value', value: error, place })) return;
  postErrorToParent({ kind: 'value', value: require('internal/inspect').inspect(error), place });
}

/** The value of the 'error' event for what `postError` sent. */
function restoreError(described) {
  if (described.kind === 'symbol') return Symbol(described.description);
  if (described.kind !== 'error') return described.value;
  const error = create(classes[described.name].prototype);
  const { properties } = described;
  for (let index = 0; index < properties.length; index++) {
    const { 0: key, 1: value, 2: enumerable, 3: writable, 4: configurable } = properties[index];
    defineProperty(error, key, { __proto__: null, value, enumerable, writable, configurable });
  }
  defineProperty(error, Symbol.toStringTag, { __proto__: null, value: 'Error', configurable: true });
  return error;
}

module.exports = { postError, restoreError };
