// SPDX-License-Identifier: MIT
'use strict';

// The errors that carry a `code`. Loaded at start, so the texts wait in `internal/error_messages` until an error is
// made; `codes` hands out constructors by name without looking at that table.

const { defineProperty } = Object;
const constructors = new Map();

// Replaces the engine's stack by one whose header shows the code: "TypeError [ERR_X]: text".
function defineStack(error, header, frameSource = error) {
  const limit = Error.stackTraceLimit;
  const frames = binding.errorStack(frameSource, typeof limit === 'number' && limit >= 0 ? limit : 0);
  defineProperty(error, 'stack', {
    __proto__: null,
    value: frames ? `${header}\n${frames}` : header,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

function defineHidden(object, key, value) {
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

// Older builds of the engine put file and line on the error itself; Node's errors have no such properties.
function removeLocationProperties(error) {
  delete error.fileName;
  delete error.lineNumber;
  delete error.columnNumber;
}

// Gives the error its code, and the stack header and `toString` that Node gives to errors with codes.
function decorateWithCode(error, key) {
  removeLocationProperties(error);
  const { name, message } = error;
  error.code = key;
  defineHidden(error, 'toString', function toString() {
    return `${this.name} [${key}]: ${this.message}`;
  });
  defineStack(error, message ? `${name} [${key}]: ${message}` : `${name} [${key}]`);
  return error;
}

function makeConstructor(key) {
  function NodeError(...args) {
    const { baseOf, messageOf, finish } = require('internal/error_messages');
    const Base = baseOf(key);
    const error = new Base();
    defineHidden(error, 'message', messageOf(key, args));
    decorateWithCode(error, key);
    finish(error, key, args);
    return error;
  }
  return NodeError;
}

/** Constructors of coded errors by code: `new codes.ERR_INVALID_ARG_TYPE('path', 'string', 5)`. */
const codes = new Proxy({ __proto__: null }, {
  __proto__: null,
  get(target, key) {
    if (typeof key !== 'string') return undefined;
    let constructor = constructors.get(key);
    if (constructor === undefined) {
      constructor = makeConstructor(key);
      constructors.set(key, constructor);
    }
    return constructor;
  },
  has(target, key) {
    return typeof key === 'string' && require('internal/error_messages').isKnownCode(key);
  },
  ownKeys() {
    return require('internal/error_messages').knownCodes();
  },
  getOwnPropertyDescriptor(target, key) {
    return { __proto__: null, value: this.get(target, key), writable: true, enumerable: true, configurable: true };
  },
});

/** The rejection reason of Node's own cancellable functions: code `ABORT_ERR`, name `AbortError`. */
class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    removeLocationProperties(this);
    defineStack(this, this.message ? `AbortError: ${this.message}` : 'AbortError');
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

/** The error printed for a rejection whose reason is no Error; it has no frames because nothing was thrown. */
class UnhandledPromiseRejection extends Error {
  constructor(reasonText) {
    super(
      'This error originated either by throwing inside of an async function without a catch block, or by rejecting ' +
      `a promise which was not handled with .catch(). The promise rejected with the reason "${reasonText}".`,
    );
    removeLocationProperties(this);
    this.code = 'ERR_UNHANDLED_REJECTION';
    defineHidden(this, 'stack', `UnhandledPromiseRejection: ${this.message}`);
  }
}
defineHidden(UnhandledPromiseRejection.prototype, 'name', 'UnhandledPromiseRejection');
constructors.set('ERR_UNHANDLED_REJECTION', UnhandledPromiseRejection);

/** An error as Node's native code throws it: it has a code, which its stack does not show. */
function nativeError(Base, code, message) {
  const error = new Base(message);
  removeLocationProperties(error);
  error.code = code;
  return error;
}

/** Marks a function whose frame Node leaves out of stacks; the stack conversion drops builtin frames already. */
function hideStackFrames(fn) {
  return fn;
}

module.exports = {
  AbortError,
  UnhandledPromiseRejection,
  codes,
  defineStack,
  hideStackFrames,
  nativeError,
  removeLocationProperties,
  /** Error of a failed system call by negative errno; see `internal/system_errors`. */
  uvException(context) {
    return require('internal/system_errors').uvException(context);
  },
  /** Error of a failed system call without paths; see `internal/system_errors`. */
  errnoException(errno, syscall, original) {
    return require('internal/system_errors').errnoException(errno, syscall, original);
  },
};
