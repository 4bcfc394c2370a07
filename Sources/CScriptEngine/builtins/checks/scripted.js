// SPDX-License-Identifier: MIT
'use strict';

// Functions that a check hands to a submission: they do what the check has written down, and remember each call.

const { validateNumber } = require('internal/validators');
const { setTimeout } = globalThis;
const recordings = new WeakMap();

/** The rejection of this promise is somebody's concern already. */
function markHandled(promise) {
  promise.then(undefined, () => {});
  return promise;
}

/** A function that answers its n-th call, counted from 0, by `answer(n, args)`, and records it. */
function recorder(time, answer) {
  const calls = [];
  let inFlight = 0;
  const recording = { calls, most: 0 };
  function scripted(...args) {
    const call = { args, startedAt: time.now(), settledAt: undefined };
    calls.push(call);
    inFlight += 1;
    recording.most = Math.max(recording.most, inFlight);
    const settled = () => {
      inFlight -= 1;
      call.settledAt = time.now();
    };
    const promise = answer(calls.length - 1, args);
    promise.then(settled, settled);
    return promise;
  }
  Object.defineProperties(scripted, {
    calls: { get: () => calls.map((call) => ({ ...call })) },
    maxInFlight: { get: () => recording.most },
  });
  recordings.set(scripted, recording);
  return scripted;
}

/** The calls of a scripted function; undefined for anything else. */
function recordingOf(value) {
  return typeof value === 'function' ? recordings.get(value) : undefined;
}

function makeScript(time) {
  const later = (ms, settle) => new Promise((resolve, reject) => setTimeout(() => settle(resolve, reject), ms));
  return Object.freeze({
    /** Every call succeeds at once. */
    succeed: (value) => recorder(time, () => Promise.resolve(value)),
    /** Every call fails at once. */
    fail: (error = new Error('scripted failure')) => recorder(time, () => Promise.reject(error)),
    /** The first n calls fail; `then(value)` says what the later ones give. */
    failTimes(n, error = new Error('scripted failure')) {
      validateNumber(n, 'n', 0);
      const answer = (value) => (index) => (index < n ? Promise.reject(error) : Promise.resolve(value));
      return { then: (value) => recorder(time, answer(value)) };
    },
    /** No call ever settles. */
    hang: () => recorder(time, () => new Promise(() => {})),
    /** Every call succeeds after so many milliseconds. */
    delay(ms, value) {
      validateNumber(ms, 'ms', 0);
      return recorder(time, () => later(ms, (resolve) => resolve(value)));
    },
    /** Every call fails after so many milliseconds. */
    failAfter(ms, error = new Error('scripted failure')) {
      validateNumber(ms, 'ms', 0);
      return recorder(time, () => later(ms, (_, reject) => reject(error)));
    },
    /** The n-th call gives what the n-th function gives; the last one answers all that follow. */
    sequence(...steps) {
      return recorder(time, async (index, args) => steps[Math.min(index, steps.length - 1)](...args));
    },
  });
}

module.exports = { makeScript, recordingOf, markHandled };
