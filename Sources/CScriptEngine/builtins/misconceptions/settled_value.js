// SPDX-License-Identifier: MIT
'use strict';

// Waiting for a promise without leaving the function that waits.

const { getPromiseDetails } = binding;
const { apply } = Reflect;
const { then } = Promise.prototype;
const NativePromise = Promise;
const resolve = Promise.resolve.bind(Promise);
const fulfilled = 1;

function ignore() {}

/** A function that gives the state and the result of a promise once it is settled, and keeps the thread until then. */
function settlementBy(waitUntilSettled) {
  return function settlementOf(promise) {
    if (getPromiseDetails(promise)[0] !== fulfilled) {
      // Whoever waits for a promise handles its rejection.
      apply(then, promise, [undefined, ignore]);
      waitUntilSettled(promise);
    }
    const settled = getPromiseDetails(promise);
    return { isFulfilled: settled[0] === fulfilled, result: settled[1] };
  };
}

/** A function that gives what `await` would give, at once. */
function valueBy(settlementOf) {
  return function valueOf(value) {
    if (value === null || typeof value !== 'object' && typeof value !== 'function') return value;
    const { isFulfilled, result } = settlementOf(resolve(value));
    if (isFulfilled) return result;
    throw result;
  };
}

module.exports = { NativePromise, settlementBy, valueBy };
