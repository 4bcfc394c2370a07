// SPDX-License-Identifier: MIT
'use strict';

// What becomes of an exception that nothing caught (HTML 8.1.4.6 "Runtime script errors"). A page goes on.

const { writeError, describeError } = binding;
const { apply } = Reflect;
const errorToString = Error.prototype.toString;

let isInErrorReporting = false;
let hasReported = false;

function plainText(value) {
  try {
    if (binding.classOf(value) === 'Error') return apply(errorToString, value, []);
    return typeof value === 'symbol' ? value.toString() : `${value}`;
  } catch {
    return describeError(value).text || 'a value that cannot be shown';
  }
}

function inspected(value) {
  try {
    const text = require('internal/inspect').inspect(value);
    // Brackets stand for a stack without frames.
    return binding.classOf(value) === 'Error' ? text.replace(/^\[([^]*?)\](?=$| \{)/, '$1') : text;
  } catch {
    return plainText(value);
  }
}

/** Writes to the console what nobody handled; the program then ends with code 1 when it ends by itself. */
function print(words, value) {
  if (binding.isPrompt()) {
    require('internal/repl').showError(value);
    return;
  }
  hasReported = true;
  // A worker's errors are reported by the page that started it (HTML 8.1.4.6 "report an exception", step 7.2).
  if (binding.workerInit !== undefined) {
    require('internal/worker_errors').postError(value);
    return;
  }
  writeError(`${words} ${inspected(value)}\n`);
}

function fireErrorEvent(error) {
  const { fire, kTrusted } = require('internal/event_target');
  const { ErrorEvent } = require('internal/page_events');
  const { file, line, column } = describeError(error);
  return fire(globalThis, new ErrorEvent('error', {
    cancelable: true, [kTrusted]: true, message: `Uncaught ${plainText(error)}`, filename: file, lineno: line,
    colno: column, error,
  }));
}

/** Reports an exception: an event at window first, and what no listener cancels goes to the console. */
function handleUncaught(error) {
  let isNotHandled = true;
  if (!isInErrorReporting) {
    isInErrorReporting = true;
    try {
      isNotHandled = fireErrorEvent(error);
    } finally {
      isInErrorReporting = false;
    }
  }
  if (isNotHandled) print('Uncaught', error);
  return true;
}

/** The exit code: 1 when something was reported that no listener handled. */
function exitCode() {
  return hasReported ? 1 : 0;
}

module.exports = { handleUncaught, print, exitCode, printFatal: (error) => print('Uncaught', error) };
