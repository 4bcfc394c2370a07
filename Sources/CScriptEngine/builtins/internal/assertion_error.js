// SPDX-License-Identifier: MIT
'use strict';

const { defineStack, removeLocationProperties } = require('internal/errors');
const { validateObject } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const maxShownLines = 10;
const maxShownLength = 512;

// Both sides are errors: compare them without their stacks, which always differ.
function withoutStack(error) {
  const copy = Object.assign({ __proto__: Object.getPrototypeOf(error) }, error);
  Object.defineProperty(copy, 'message', {
    __proto__: null,
    value: error.message,
    writable: true,
    enumerable: false,
    configurable: true,
  });
  return copy;
}

function messageFor(operator, actual, expected, message) {
  const { describeDifference, describeOther, describeSameness } = require('internal/assert_diff');
  let left = actual;
  let right = expected;
  if (message === undefined && actual instanceof Error && expected instanceof Error) {
    left = withoutStack(actual);
    right = withoutStack(expected);
  }
  switch (operator) {
    case 'deepStrictEqual':
    case 'strictEqual':
      return describeDifference(left, right, operator, message);
    case 'notDeepStrictEqual':
    case 'notStrictEqual':
      return describeSameness(left, operator);
    default:
      return describeOther(left, right, operator);
  }
}

function shorten(value) {
  if (typeof value !== 'string') return value;
  const lines = value.split('\n');
  if (lines.length > maxShownLines) return `${lines.slice(0, maxShownLines).join('\n')}\n...`;
  return value.length > maxShownLength ? `${value.slice(0, maxShownLength)}...` : value;
}

/** What a failed assertion throws; `actual`, `expected` and `operator` tell what was compared. */
class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { actual, expected, message, operator, stackStartFn, stackStartFunction } = options;
    // A custom message only replaces the heading where there is a difference to show.
    const shows = operator === 'deepStrictEqual' || operator === 'strictEqual';
    const text = message == null ? undefined : String(message);
    super(text !== undefined && !shows ? text : messageFor(operator, actual, expected, text));
    removeLocationProperties(this);
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      __proto__: null,
      value: 'AssertionError',
      writable: true,
      enumerable: false,
      configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    this.#setStack(stackStartFn ?? stackStartFunction);
  }

  // The header shows the code, and the frames start at the caller of the assertion.
  #setStack(stackStart) {
    const header = `${this.name} [${this.code}]: ${this.message}`;
    if (typeof stackStart === 'function' && typeof Error.captureStackTrace === 'function') {
      const holder = { name: '', message: '' };
      Error.captureStackTrace(holder, stackStart);
      const frames = String(holder.stack).split('\n').filter((line) => /^ +at /.test(line)).join('\n');
      Object.defineProperty(this, 'stack', {
        __proto__: null,
        value: frames ? `${header}\n${frames}` : header,
        writable: true,
        enumerable: false,
        configurable: true,
      });
    } else {
      defineStack(this, header);
    }
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  // Long strings are shown shortened; the message has them already.
  [kInspect](depth, options) {
    const { inspect } = require('internal/inspect');
    const { actual, expected } = this;
    this.actual = shorten(actual);
    this.expected = shorten(expected);
    try {
      return inspect(this, { ...options, customInspect: false, depth: 0 });
    } finally {
      this.actual = actual;
      this.expected = expected;
    }
  }
}

module.exports = { AssertionError };
