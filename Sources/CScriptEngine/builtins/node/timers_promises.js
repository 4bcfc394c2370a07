// SPDX-License-Identifier: MIT
'use strict';

// node:timers/promises: the timers as promises, with cancellation by AbortSignal.

const { AbortError } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateObject } = require('internal/validators');
const timers = require('internal/timers');

// A validation error rejects, it does not throw.
function check(options) {
  try {
    validateObject(options, 'options');
    validateAbortSignal(options.signal, 'options.signal');
    if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
  } catch (error) {
    return Promise.reject(error);
  }
  if (options.signal?.aborted) return Promise.reject(new AbortError(undefined, { cause: options.signal.reason }));
  return undefined;
}

// Node stops listening in a `finally` of its own, whose promise is the one that callers get: it settles several
// promise jobs later than the timer's.
function cancellable(promise, signal, onAbort) {
  if (!signal) return promise;
  signal.addEventListener('abort', onAbort, { once: true });
  const inner = new Promise((resolve, reject) => promise.then(resolve, reject));
  const cleaned = inner.finally(() => signal.removeEventListener('abort', onAbort));
  return new Promise((resolve, reject) => cleaned.then(resolve, reject));
}

/** Resolves with `value` after `delay` milliseconds. */
function setTimeout(delay, value, options = {}) {
  const failure = check(options);
  if (failure) return failure;
  const { signal, ref = true } = options;
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    const timeout = timers.setTimeout(() => resolve(value), delay);
    if (!ref) timeout.unref();
    onAbort = () => {
      timers.clearTimeout(timeout);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
  });
  return cancellable(promise, signal, onAbort);
}

/** Resolves with `value` in the check phase. */
function setImmediate(value, options = {}) {
  const failure = check(options);
  if (failure) return failure;
  const { signal, ref = true } = options;
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    const immediate = timers.setImmediate(() => resolve(value));
    if (!ref) immediate.unref();
    onAbort = () => {
      timers.clearImmediate(immediate);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
  });
  return cancellable(promise, signal, onAbort);
}

/** Yields `value` every `delay` milliseconds; ticks that nobody awaited in time are not lost. */
async function* setInterval(delay, value, options = {}) {
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let missed = 0;
  let wake;
  const interval = timers.setInterval(() => {
    missed++;
    if (wake) {
      wake();
      wake = undefined;
    }
  }, delay);
  if (!ref) interval.unref();
  const onAbort = () => {
    timers.clearInterval(interval);
    if (wake) {
      wake(Promise.reject(new AbortError(undefined, { cause: signal.reason })));
      wake = undefined;
    }
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      if (missed === 0) await new Promise((resolve) => wake = resolve);
      for (; missed > 0; missed--) yield value;
    }
    throw new AbortError(undefined, { cause: signal.reason });
  } finally {
    timers.clearInterval(interval);
    signal?.removeEventListener('abort', onAbort);
  }
}

class Scheduler {
  constructor() {
    throw new TypeError('Illegal constructor');
  }

  /** Resolves in the check phase. */
  yield() {
    return setImmediate();
  }

  /** Resolves after `delay` milliseconds. */
  wait(delay, options) {
    return setTimeout(delay, undefined, options);
  }
}

module.exports = { setTimeout, setImmediate, setInterval, scheduler: Object.create(Scheduler.prototype) };
