// SPDX-License-Identifier: MIT
'use strict';

// structuredClone (HTML standard, section 2.7.3) with Node's DataCloneErrors.

const { cloneValue } = binding;

function describe(value) {
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (typeof value === 'symbol') return String(value);
  return `#<${getConstructorName(value)}>`;
}

// The name of the nearest constructor that is a plain property, so that no getter and no proxy trap runs.
function getConstructorName(value) {
  for (let at = value, depth = 0; at !== null && depth < 100; depth++) {
    if (binding.classOf(at) === 'Proxy') return 'Object';
    const constructor = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    const name = typeof constructor === 'function' && Object.getOwnPropertyDescriptor(constructor, 'name')?.value;
    if (typeof name === 'string' && name !== '') return name;
    at = Object.getPrototypeOf(at);
  }
  return 'Object';
}

// The engine names the object that it could not copy; a primitive it could not copy is a symbol, found by looking.
function findSymbol(value, seen) {
  if (typeof value === 'symbol') return value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  const parts = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.values(value);
  for (const part of parts) {
    const found = findSymbol(part, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Copies a value with everything it holds; `options.transfer` is moved instead. */
function structuredClone(value, options) {
  const { codes } = require('internal/errors');
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('The value argument must be specified');
  let transfer = options?.transfer;
  if (transfer !== undefined) transfer = [...transfer];
  const failure = [undefined, false];
  const clone = cloneValue(value, transfer, failure);
  if (failure[1] === false) return clone;
  const { DOMException } = require('internal/domexception');
  const culprit = failure[0] === undefined ? findSymbol(value, new Set()) : failure[0];
  const text = culprit === undefined
    ? 'Value not transferable or found twice in transferList' : `${describe(culprit)} could not be cloned.`;
  throw new DOMException(text, 'DataCloneError');
}

module.exports = { structuredClone, getConstructorName };
