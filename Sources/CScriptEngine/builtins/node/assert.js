// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { AssertionError } = require('internal/assertion_error');

let warnedOfFail = false;

function throwFailure(fields) {
  if (fields.message instanceof Error) throw fields.message;
  throw new AssertionError(fields);
}

function requireBoth(count) {
  if (count < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
}

// Lines after the first lose the indentation they share, so that the shown call starts at the margin.
function quoteCall(source) {
  const { 0: first, ...others } = source.split('\n');
  const rest = Object.values(others);
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)[0].length);
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  const lines = [first, ...rest.map((line) => line.slice(Math.min(shared, /^[ \t]*/.exec(line)[0].length)))];
  return lines.map((line) => `  ${line}`).join('\n');
}

function explainFalsy() {
  const source = require('internal/caller_source').callerSource();
  if (source === undefined) return undefined;
  return `The expression evaluated to a falsy value:\n\n${quoteCall(source)}\n`;
}

function checkTruthy(fn, args) {
  const { 0: value } = args;
  if (value) return;
  let { 1: message } = args;
  let generated = false;
  if (args.length === 0) {
    generated = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message == null) {
    generated = true;
    message = explainFalsy();
  } else if (message instanceof Error) {
    throw message;
  }
  const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
  error.generatedMessage = generated;
  throw error;
}

/** Throws unless the value is truthy. */
function ok(...args) {
  checkTruthy(ok, args);
}
const assert = ok;

/** Throws always. */
function fail(actual, expected, message, operator, stackStartFn) {
  const count = arguments.length;
  let text = message;
  let shownOperator = operator;
  const generated = actual == null && count <= 1;
  if (generated) {
    text = 'Failed';
  } else if (count === 1) {
    text = actual;
    actual = undefined;
  } else {
    if (!warnedOfFail) {
      warnedOfFail = true;
      globalThis.process.emitWarning(
        'assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only ' +
        'pass a message.', 'DeprecationWarning', 'DEP0094',
      );
    }
    if (count === 2) shownOperator = '!=';
  }
  if (text instanceof Error) throw text;
  const fields = { actual, expected, operator: shownOperator ?? 'fail', stackStartFn: stackStartFn || fail };
  if (text !== undefined) fields.message = text;
  const error = new AssertionError(fields);
  if (generated) error.generatedMessage = true;
  throw error;
}

assert.fail = fail;
assert.AssertionError = AssertionError;
assert.ok = ok;

const isNaNValue = (value) => typeof value === 'number' && Number.isNaN(value);

/** Throws unless `actual == expected`, or both are NaN. */
assert.equal = function equal(actual, expected, message) {
  requireBoth(arguments.length);
  if (actual == expected || (isNaNValue(actual) && isNaNValue(expected))) return;
  throwFailure({ actual, expected, message, operator: '==', stackStartFn: equal });
};

/** Throws if `actual == expected`, or both are NaN. */
assert.notEqual = function notEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (actual == expected || (isNaNValue(actual) && isNaNValue(expected))) {
    throwFailure({ actual, expected, message, operator: '!=', stackStartFn: notEqual });
  }
};

function deepEqualBy(comparison, actual, expected) {
  return require('internal/comparisons')[comparison](actual, expected);
}

/** Throws unless the values are deeply equal by `==`. */
assert.deepEqual = function deepEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (deepEqualBy('isDeepEqual', actual, expected)) return;
  throwFailure({ actual, expected, message, operator: 'deepEqual', stackStartFn: deepEqual });
};

/** Throws if the values are deeply equal by `==`. */
assert.notDeepEqual = function notDeepEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (!deepEqualBy('isDeepEqual', actual, expected)) return;
  throwFailure({ actual, expected, message, operator: 'notDeepEqual', stackStartFn: notDeepEqual });
};

/** Throws unless the values are deeply equal by `Object.is`. */
assert.deepStrictEqual = function deepStrictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (deepEqualBy('isDeepStrictEqual', actual, expected)) return;
  throwFailure({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: deepStrictEqual });
};

/** Throws if the values are deeply equal by `Object.is`. */
assert.notDeepStrictEqual = function notDeepStrictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (!deepEqualBy('isDeepStrictEqual', actual, expected)) return;
  throwFailure({ actual, expected, message, operator: 'notDeepStrictEqual', stackStartFn: notDeepStrictEqual });
};

/** Throws unless the values are the same by `Object.is`. */
assert.strictEqual = function strictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (Object.is(actual, expected)) return;
  throwFailure({ actual, expected, message, operator: 'strictEqual', stackStartFn: strictEqual });
};

/** Throws if the values are the same by `Object.is`. */
assert.notStrictEqual = function notStrictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (!Object.is(actual, expected)) return;
  throwFailure({ actual, expected, message, operator: 'notStrictEqual', stackStartFn: notStrictEqual });
};

/** Throws unless `fn` throws what the second argument describes. */
assert.throws = function throws(fn, ...rest) {
  const { catchFrom, expectError } = require('internal/assert_throws');
  expectError(throws, catchFrom(fn), rest);
};

/** Rejects unless the promise is rejected with what the second argument describes. */
assert.rejects = async function rejects(promiseFn, ...rest) {
  const { expectError, rejectionOf } = require('internal/assert_throws');
  expectError(rejects, await rejectionOf(promiseFn), rest);
};

/** Throws if `fn` throws. */
assert.doesNotThrow = function doesNotThrow(fn, ...rest) {
  const { catchFrom, expectNoError } = require('internal/assert_throws');
  expectNoError(doesNotThrow, catchFrom(fn), rest);
};

/** Rejects if the promise is rejected. */
assert.doesNotReject = async function doesNotReject(fn, ...rest) {
  const { expectNoError, rejectionOf } = require('internal/assert_throws');
  expectNoError(doesNotReject, await rejectionOf(fn), rest);
};

/** Throws if `value` is neither null nor undefined; meant for the first argument of callbacks. */
assert.ifError = function ifError(value) {
  if (value === null || value === undefined) return;
  let reason;
  if (typeof value === 'object' && typeof value.message === 'string') {
    reason = value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    reason = require('internal/inspect').inspect(value);
  }
  throw new AssertionError({
    actual: value,
    expected: null,
    operator: 'ifError',
    message: `ifError got unwanted exception: ${reason}`,
    stackStartFn: ifError,
  });
};

function checkMatch(string, regexp, message, fn, wanted) {
  const { inspect } = require('internal/inspect');
  if (!require('internal/types').isRegExp(regexp)) {
    throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  }
  const isString = typeof string === 'string';
  if (isString && (regexp.exec(string) !== null) === wanted) return;
  if (message instanceof Error) throw message;
  let complaint;
  if (!isString) {
    complaint = `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`;
  } else {
    const verb = wanted ? 'did not match' : 'was expected to not match';
    complaint = `The input ${verb} the regular expression ${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
  }
  const error = new AssertionError({
    actual: string,
    expected: regexp,
    message: message || complaint,
    operator: fn.name,
    stackStartFn: fn,
  });
  error.generatedMessage = !message;
  throw error;
}

/** Throws unless the expression matches the string. */
assert.match = function match(string, regexp, message) {
  checkMatch(string, regexp, message, match, true);
};

/** Throws if the expression matches the string. */
assert.doesNotMatch = function doesNotMatch(string, regexp, message) {
  checkMatch(string, regexp, message, doesNotMatch, false);
};

function strict(...args) {
  checkTruthy(strict, args);
}

/** The same functions, where the loose comparisons are the strict ones. */
assert.strict = Object.assign(strict, assert, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;

module.exports = assert;
