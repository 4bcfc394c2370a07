// SPDX-License-Identifier: MIT
'use strict';

// How a page's callbacks are called, and when that is followed by a microtask checkpoint.

const { performCheckpoint, reportUncaught } = binding;
const { apply } = Reflect;

// Whether the JavaScript execution context stack would be empty but for the page's own machinery. Only the functions
// that the loop calls know that: whatever a script calls has that script below it.
let isStackEmpty = false;

/** Runs a part of the page's machinery as the loop's task, with nothing of a program below it. */
function runAtBottom(body, argument) {
  isStackEmpty = true;
  try {
    body(argument);
  } finally {
    isStackEmpty = false;
  }
}

/**
 * Calls a callback and reports what it throws (Web IDL, section 3.12 "Invoking callback functions", step "Return").
 *
 * Cleaning up after it is a microtask checkpoint if no script is left on the stack (HTML 8.1.4.4 "clean up after
 * running script", step 3), and comes before the exception is reported.
 */
function invoke(callback, receiver, args) {
  const wasEmpty = isStackEmpty;
  isStackEmpty = false;
  let result;
  let failure;
  try {
    result = apply(callback, receiver, args);
  } catch (error) {
    failure = { error };
  }
  isStackEmpty = wasEmpty;
  if (wasEmpty) performCheckpoint();
  if (failure !== undefined) reportUncaught(failure.error, false);
  return result;
}

module.exports = { invoke, runAtBottom };
