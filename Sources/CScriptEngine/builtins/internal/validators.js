// SPDX-License-Identifier: MIT
'use strict';

// Argument checks shared by the builtin modules; each throws the error Node throws, and returns nothing.

const { codes } = require('internal/errors');

const kValidateObjectNone = 0;
const kValidateObjectAllowNullable = 1 << 0;
const kValidateObjectAllowArray = 1 << 1;
const kValidateObjectAllowFunction = 1 << 2;
const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

/** Throws unless `value` is a function. */
function validateFunction(value, name) {
  if (typeof value !== 'function') throw new codes.ERR_INVALID_ARG_TYPE(name, 'Function', value);
}

/** Throws unless `value` is a string. */
function validateString(value, name) {
  if (typeof value !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, 'string', value);
}

/** Throws unless `value` is a boolean. */
function validateBoolean(value, name) {
  if (typeof value !== 'boolean') throw new codes.ERR_INVALID_ARG_TYPE(name, 'boolean', value);
}

/** Throws unless `value` is a number inside the given bounds. */
function validateNumber(value, name, min = undefined, max = undefined) {
  if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', value);
  const hasMin = min !== undefined && min !== null;
  const hasMax = max !== undefined && max !== null;
  if ((hasMin && value < min) || (hasMax && value > max) || ((hasMin || hasMax) && Number.isNaN(value))) {
    const bounds = [];
    if (hasMin) bounds.push(`>= ${min}`);
    if (hasMax) bounds.push(`<= ${max}`);
    throw new codes.ERR_OUT_OF_RANGE(name, bounds.join(' && '), value);
  }
}

/** Throws unless `value` is an integer from `min` to `max`. */
function validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', value);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < min || value > max) throw new codes.ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
}

/** Throws unless `value` is a 32-bit signed integer from `min` to `max`. */
function validateInt32(value, name, min = -2147483648, max = 2147483647) {
  validateInteger(value, name, min, max);
}

/** Throws unless `value` is a 32-bit unsigned integer, and not zero when `positive` is set. */
function validateUint32(value, name, positive = false) {
  validateInteger(value, name, positive ? 1 : 0, 4294967295);
}

/** Throws unless `value` is an object; `options` is a sum of the kValidateObject… flags. */
function validateObject(value, name, options = kValidateObjectNone) {
  let valid;
  if (value === null) valid = (options & kValidateObjectAllowNullable) !== 0;
  else if (Array.isArray(value)) valid = (options & kValidateObjectAllowArray) !== 0;
  else if (typeof value === 'function') valid = (options & kValidateObjectAllowFunction) !== 0;
  else valid = typeof value === 'object';
  if (!valid) throw new codes.ERR_INVALID_ARG_TYPE(name, 'Object', value);
}

/** Throws unless `value` may be converted to a Web IDL dictionary. */
function validateDictionary(value, name) {
  if (value !== null && value !== undefined && typeof value !== 'object' && typeof value !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE(name, 'a dictionary', value);
  }
}

/** Throws unless `value` is an array of at least `minLength` elements. */
function validateArray(value, name, minLength = 0) {
  if (!Array.isArray(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, 'Array', value);
  if (value.length < minLength) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
  }
}

/** Throws unless `value` is an array of strings. */
function validateStringArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) validateString(value[i], `${name}[${i}]`);
}

/** Throws unless `value` is an array of booleans. */
function validateBooleanArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) validateBoolean(value[i], `${name}[${i}]`);
}

/** Throws unless `value` is one of the values in `oneOf`. */
function validateOneOf(value, name, oneOf) {
  if (oneOf.includes(value)) return;
  const allowed = oneOf.map((each) => (typeof each === 'string' ? `'${each}'` : String(each))).join(', ');
  throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${allowed}`);
}

/** Throws unless `signal` is undefined or looks like an AbortSignal. */
function validateAbortSignal(signal, name) {
  if (signal === undefined) return;
  if (signal === null || typeof signal !== 'object' || !('aborted' in signal)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, 'AbortSignal', signal);
  }
}

/** Throws unless `value` is an array of AbortSignals. */
function validateAbortSignalArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) {
    const each = value[i];
    if (each === undefined) throw new codes.ERR_INVALID_ARG_TYPE(`${name}[${i}]`, 'AbortSignal', each);
    validateAbortSignal(each, `${name}[${i}]`);
  }
}

/** Throws unless `value` is a typed array or a DataView. */
function validateBuffer(value, name = 'buffer') {
  if (!ArrayBuffer.isView(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'TypedArray', 'DataView'], value);
  }
}

/** Throws unless `value` is undefined. */
function validateUndefined(value, name) {
  if (value !== undefined) throw new codes.ERR_INVALID_ARG_TYPE(name, 'undefined', value);
}

module.exports = {
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowNullable,
  kValidateObjectAllowObjects,
  kValidateObjectAllowObjectsAndNull,
  kValidateObjectNone,
  validateAbortSignal,
  validateAbortSignalArray,
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateBuffer,
  validateDictionary,
  validateFunction,
  validateInt32,
  validateInteger,
  validateNumber,
  validateObject,
  validateOneOf,
  validateString,
  validateStringArray,
  validateUint32,
  validateUndefined,
};
