// SPDX-License-Identifier: MIT
'use strict';

// "each line waits for the one before": whatever takes a callback has run it when it returns. A timer waits for its
// delay first; `then` and `await` wait for their promise. Intervals and the callbacks of files and ports stay as they
// are.

const { settlementBy } = require('misconceptions/settled_value');
const awaitBlocks = require('misconceptions/await_blocks');
const timers = require('internal/timers');
const { apply } = Reflect;
const { getPromiseDetails } = binding;
const { setTimeout: setRightly, setImmediate } = timers;
const { then: thenRightly } = Promise.prototype;
const NativePromise = Promise;

// A function that calls back at once; what is no function is refused in the usual way.
function atOnce(original) {
  return function(callback, ...args) {
    if (typeof callback !== 'function') return apply(original, this, arguments);
    apply(callback, globalThis, args);
    return undefined;
  };
}

function waitingTimeout(waitUntilSettled) {
  return function setTimeout(callback, delay, ...args) {
    if (typeof callback !== 'function') return apply(setRightly, undefined, arguments);
    let timer;
    waitUntilSettled(new NativePromise((resolve) => { timer = setRightly(resolve, delay); }));
    apply(callback, typeof timer === 'object' ? timer : globalThis, args);
    return timer;
  };
}

function waitingThen(settlementOf) {
  return function then(onFulfilled, onRejected) {
    if (getPromiseDetails(this) === undefined) return apply(thenRightly, this, [onFulfilled, onRejected]);
    const { isFulfilled, result } = settlementOf(this);
    const handler = isFulfilled ? onFulfilled : onRejected;
    return new NativePromise((resolve, reject) => {
      if (typeof handler === 'function') resolve(handler(result));
      else if (isFulfilled) resolve(result);
      else reject(result);
    });
  };
}

/** Takes the native function that waits, puts the wrong functions in their places, and gives what rewrites `await`. */
function install(waitUntilSettled) {
  globalThis.setTimeout = timers.setTimeout = waitingTimeout(waitUntilSettled);
  globalThis.queueMicrotask = atOnce(queueMicrotask);
  if (setImmediate !== undefined) globalThis.setImmediate = timers.setImmediate = atOnce(setImmediate);
  if (binding.profile === 'node') process.nextTick = atOnce(process.nextTick);
  const rewrite = awaitBlocks.install(waitUntilSettled);
  Promise.prototype.then = waitingThen(settlementBy(waitUntilSettled));
  return rewrite;
}

module.exports = { install };
