// SPDX-License-Identifier: MIT
'use strict';

// What `throws`, `rejects`, `doesNotThrow` and `doesNotReject` have in common.

const { AssertionError } = require('internal/assertion_error');
const { isDeepStrictEqual } = require('internal/comparisons');
const { codes } = require('internal/errors');
const { inspect } = require('internal/inspect');
const { isPromise, isRegExp } = require('internal/types');
const { validateFunction } = require('internal/validators');

const kNothing = Symbol('kNothing');
const isObject = (value) => value !== null && typeof value === 'object';
const isError = (value) => value instanceof Error;

/** What `fn` throws, or `kNothing`. */
function catchFrom(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return kNothing;
}

function looksLikePromise(value) {
  return isPromise(value) ||
    (isObject(value) && typeof value.then === 'function' && typeof value.catch === 'function');
}

/** What the promise, or the promise that the function returns, is rejected with, or `kNothing`. */
async function rejectionOf(promiseOrFunction) {
  let promise = promiseOrFunction;
  if (typeof promiseOrFunction === 'function') {
    promise = promiseOrFunction();
    if (!looksLikePromise(promise)) {
      throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
    }
  } else if (!looksLikePromise(promiseOrFunction)) {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseOrFunction);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return kNothing;
}

function failWith(fields) {
  if (fields.message instanceof Error) throw fields.message;
  throw new AssertionError(fields);
}

// The checked properties of an error or of its description, so that the diff shows nothing else. A string that a
// regular expression matches takes the expression's place.
class Comparison {
  constructor(source, keys, actual = undefined) {
    for (const key of keys) {
      if (!(key in source)) continue;
      const matched = actual !== undefined && typeof actual[key] === 'string' && isRegExp(source[key]) &&
        source[key].exec(actual[key]) !== null;
      this[key] = matched ? actual[key] : source[key];
    }
  }
}

function checkProperty(actual, expected, key, message, keys, fn) {
  if (key in actual && isDeepStrictEqual(actual[key], expected[key])) return;
  if (message) failWith({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  const error = new AssertionError({
    actual: new Comparison(actual, keys),
    expected: new Comparison(expected, keys, actual),
    operator: 'deepStrictEqual',
    stackStartFn: fn,
  });
  error.actual = actual;
  error.expected = expected;
  error.operator = fn.name;
  throw error;
}

function checkDescription(actual, expected, message, fn) {
  if (!isObject(actual)) {
    const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
    error.operator = fn.name;
    throw error;
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  for (const key of keys) {
    const value = actual[key];
    if (typeof value === 'string' && isRegExp(expected[key]) && expected[key].exec(value) !== null) continue;
    checkProperty(actual, expected, key, message, keys, fn);
  }
}

// The text of the failure, or undefined when `actual` is what the class or validation function wants.
function complaintOf(actual, expected) {
  if (expected.prototype !== undefined && actual instanceof expected) return undefined;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    const received = isError(actual) ? actual.name : inspect(actual, { depth: -1 });
    const detail = isError(actual) ? `\n\nError message:\n\n${actual.message}` : '';
    return `The error is expected to be an instance of "${expected.name}". Received "${received}"${detail}`;
  }
  const result = Reflect.apply(expected, {}, [actual]);
  if (result === true) return undefined;
  const name = expected.name ? `"${expected.name}" ` : '';
  const detail = isError(actual) ? `\n\nCaught error:\n\n${actual}` : '';
  return `The ${name}validation function is expected to return "true". Received ${inspect(result)}${detail}`;
}

function checkCaught(actual, expected, message, fn) {
  let complaint;
  if (isRegExp(expected)) {
    const text = String(actual);
    if (expected.exec(text) !== null) return;
    complaint = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
  } else if (typeof expected === 'function') {
    complaint = complaintOf(actual, expected);
    if (complaint === undefined) return;
  } else {
    checkDescription(actual, expected, message, fn);
    return;
  }
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual,
    expected,
    message: message || complaint,
    operator: fn.name,
    stackStartFn: fn,
  });
  error.generatedMessage = !message;
  throw error;
}

function checkAmbiguity(actual, text) {
  if (isObject(actual)) {
    if (actual.message === text) {
      throw new codes.ERR_AMBIGUOUS_ARGUMENT(
        'error/message', `The error message "${actual.message}" is identical to the message.`,
      );
    }
  } else if (actual === text) {
    throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message', `The error "${actual}" is identical to the message.`);
  }
}

const nounOf = (fn) => (fn.name === 'rejects' || fn.name === 'doesNotReject' ? 'rejection' : 'exception');

/** Throws unless `actual` is what `expected` describes; `rest` is (expected, message) of the assertion `fn`. */
function expectError(fn, actual, rest) {
  let { 0: expected, 1: message } = rest;
  if (typeof expected === 'string') {
    if (rest.length === 2) {
      throw new codes.ERR_INVALID_ARG_TYPE('error', ['Object', 'Error', 'Function', 'RegExp'], expected);
    }
    checkAmbiguity(actual, expected);
    message = expected;
    expected = undefined;
  } else if (expected != null && typeof expected !== 'object' && typeof expected !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('error', ['Object', 'Error', 'Function', 'RegExp'], expected);
  }
  if (actual === kNothing) {
    const kind = expected?.name ? ` (${expected.name})` : '';
    failWith({
      actual: undefined,
      expected,
      operator: fn.name,
      message: `Missing expected ${nounOf(fn)}${kind}${message ? `: ${message}` : '.'}`,
      stackStartFn: fn,
    });
  }
  if (expected) checkCaught(actual, expected, message, fn);
}

function isUnwanted(actual, expected) {
  if (typeof expected !== 'function') {
    if (isRegExp(expected)) return expected.exec(String(actual)) !== null;
    throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

/** Throws when there is an error: as a failure if it is the unwanted kind, else as it is. */
function expectNoError(fn, actual, rest) {
  if (actual === kNothing) return;
  let { 0: expected, 1: message } = rest;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (expected && !isUnwanted(actual, expected)) throw actual;
  failWith({
    actual,
    expected,
    operator: fn.name,
    message: `Got unwanted ${nounOf(fn)}${message ? `: ${message}` : '.'}\n` +
      `Actual message: "${actual && actual.message}"`,
    stackStartFn: fn,
  });
}

module.exports = { catchFrom, expectError, expectNoError, rejectionOf };
