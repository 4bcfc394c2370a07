// SPDX-License-Identifier: MIT
'use strict';

// Functions that a check hands to a submission: they do what the check has written down, and remember each call.

const { time, after, later, requireDuration } = require('checks/time');
const { note } = require('checks/timeline');
const { snapshot } = require('checks/snapshot');
const { outpost, choose } = binding;
const { importValue, exportValue, isObject, rawOf, promiseOf } = require('checks/membrane');
const { classBehind } = binding;

const recordings = new WeakMap();
let count = 0;

// Steps of a latency that the schedule chooses.
const latencySteps = 4;

/** Letters tell the scripted functions of a check apart. */
function letterOf(number) {
  const letter = String.fromCharCode(97 + (number % 26));
  return number < 26 ? letter : `${letter}${Math.floor(number / 26)}`;
}

/** A function that answers its n-th call, counted from 0, by `answer(n, args, call)`, and records it. */
function recorder(answer, { isSynchronous = false } = {}) {
  const calls = [];
  const passed = [];
  const label = letterOf(count);
  count += 1;
  let inFlight = 0;
  const recording = { calls, passed, most: 0, label };

  const settle = (call, outcome) => {
    inFlight -= 1;
    call.settledAt = time.now();
    call.outcome = outcome;
    note(`call ${calls.indexOf(call) + 1} of ${label} is ${outcome}`);
  };
  function scripted(...args) {
    const call = { args, startedAt: time.now(), settledAt: undefined, outcome: 'pending', abortedAt: undefined };
    calls.push(call);
    passed.push(taken(args));
    inFlight += 1;
    recording.most = Math.max(recording.most, inFlight);
    note(`call ${calls.length} of ${label} begins`);
    if (isSynchronous) return answeredAtOnce(call, () => answer.apply(this, args), settle);
    const promise = answer(calls.length - 1, args, call);
    promise.then(() => settle(call, 'fulfilled'), () => settle(call, 'rejected'));
    return promise;
  }
  Object.defineProperties(scripted, {
    calls: { get: () => calls.map((call) => ({ ...call })) },
    maxInFlight: { get: () => recording.most },
  });
  recordings.set(scripted, recording);
  return scripted;
}

// What was passed, as it is now: arrays and objects may change later. What cannot be copied is told when somebody asks.
function taken(args) {
  if (!args.some(isObject)) return () => args;
  try {
    const copies = snapshot(args);
    return () => copies;
  } catch (error) {
    return () => { throw error; };
  }
}

function answeredAtOnce(call, body, settle) {
  try {
    const result = body();
    settle(call, 'fulfilled');
    return result;
  } catch (error) {
    settle(call, 'rejected');
    throw error;
  }
}

/** The recording of a scripted function; undefined for anything else. */
function recordingOf(value) {
  return typeof value === 'function' ? recordings.get(value) : undefined;
}

function requireNumber(value, name) {
  if (typeof value !== 'number' || !(value >= 0)) throw new TypeError(`${name} has to be a number, 0 or more`);
}

function makeError(message = 'scripted failure', { name = 'Error', ...rest } = {}) {
  const error = new Error(message);
  if (name !== 'Error') Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  return Object.assign(error, rest);
}

// The signal among the arguments of a call: the last one, or its property.
function signalAmong(args) {
  const last = args.at(-1);
  if (Object(last) !== last) return undefined;
  const isSignal = (value) => Object(value) === value && typeof value.aborted === 'boolean';
  if (isSignal(last)) return last;
  return isSignal(last.signal) ? last.signal : undefined;
}

// Settles after `ms`, or rejects with the signal's reason as soon as that is aborted.
function abortableWait(ms, value, args, call) {
  const signal = signalAmong(args);
  return new Promise((resolve, reject) => {
    const stop = () => {
      if (call.settledAt !== undefined || call.abortedAt !== undefined) return;
      call.abortedAt = time.now();
      note('its signal is aborted');
      reject(signal.reason);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    after(ms).then(() => {
      signal?.removeEventListener('abort', stop);
      if (call.abortedAt === undefined) resolve(value);
    });
  });
}

function calledBack(ms, error, value, args) {
  const callback = args.at(-1);
  if (typeof callback !== 'function') throw new TypeError('the last argument has to be a callback');
  later(ms, () => {
    if (error == null) callback(null, value); else callback(error);
  });
}

/** Makes the functions for a check. */
const script = Object.freeze({
  /** Every call succeeds at once. */
  succeed: (value) => recorder(() => Promise.resolve(value)),
  /** Every call fails at once. */
  fail: (error = makeError()) => recorder(() => Promise.reject(error)),
  /** The first n calls fail; `then(value)` says what the later ones give. */
  failTimes(n, error = makeError()) {
    requireNumber(n, 'n');
    const answer = (value) => (index) => (index < n ? Promise.reject(error) : Promise.resolve(value));
    return { then: (value) => recorder(answer(value)) };
  },
  /** No call ever settles. */
  hang: () => recorder(() => new Promise(() => {})),
  /** Every call succeeds after so many milliseconds. */
  delay(ms, value) {
    requireDuration(ms);
    return recorder(async () => {
      await after(ms);
      return value;
    });
  },
  /** Every call succeeds after a time in that range, which the schedule chooses. */
  delays(least, most, value) {
    requireDuration(least);
    requireDuration(most - least);
    return recorder(async () => {
      await after(least + Math.round((most - least) * choose(latencySteps) / (latencySteps - 1)));
      return value;
    });
  },
  /** Every call fails after so many milliseconds. */
  failAfter(ms, error = makeError()) {
    requireDuration(ms);
    return recorder(async () => {
      await after(ms);
      throw error;
    });
  },
  /** The n-th call gives what the n-th function gives; the last one answers all that follow. */
  sequence(...steps) {
    return recorder(async (index, args) => steps[Math.min(index, steps.length - 1)](...args));
  },
  /** Every call succeeds after so many milliseconds, or fails when the signal that it got is aborted. */
  abortable(ms, value) {
    requireDuration(ms);
    return recorder((_, args, call) => abortableWait(ms, value, args, call));
  },
  /** Calls a function of the check, at once. */
  calling: (fn) => recorder(fn, { isSynchronous: true }),
  /** Calls the last argument of each call back after so many milliseconds, as functions of Node do. */
  callback(ms, error, value) {
    requireDuration(ms);
    return recorder(function called(...args) {
      calledBack(ms, error, value, args);
    }, { isSynchronous: true });
  },
  /** Makes an error. */
  error: makeError,
});

/** An AbortController of the program. */
function abort() {
  const controller = outpost.makeController();
  const signal = outpost.signalOf(controller);
  controllers.push(signal);
  return {
    signal: importValue(signal),
    abort(...reason) {
      note('the check aborts its signal');
      outpost.abort(controller, exportValue(reason[0]), reason.length > 0);
    },
    get listeners() { return outpost.countListeners(signal, 'abort'); },
  };
}

const controllers = [];

/** How many listeners are left on the signals that checks have made. */
function listenersLeft() {
  return controllers.reduce((sum, signal) => sum + outpost.countListeners(signal, 'abort'), 0);
}

/**
 * Watches which calls of a function reach another one. A call that does not is refused, as by an open breaker; one that
 * does again is the probe of a half-open one.
 */
function breaker(fn, inner) {
  const recording = recordingOf(inner);
  if (recording === undefined) throw new TypeError('breaker(): the second argument has to be a scripted function');
  const states = [];
  const enter = (state) => {
    if (states.at(-1) === state) return;
    states.push(state);
    note(`the breaker is ${state}`);
  };
  const watched = async (...args) => {
    const before = recording.calls.length;
    const wasOpen = states.at(-1) === 'open';
    let hasSucceeded = false;
    try {
      const result = fn(...args);
      const raw = rawOf(result);
      const value = await (classBehind(raw) === 'Promise' ? promiseOf(raw) : result);
      hasSucceeded = true;
      return value;
    } finally {
      const wasReached = recording.calls.length > before;
      if (!wasReached) {
        enter('open');
      } else if (wasOpen) {
        enter('half-open');
        enter(hasSucceeded ? 'closed' : 'open');
      } else {
        enter('closed');
      }
    }
  };
  recordings.set(watched, { ...recording, states });
  return watched;
}

module.exports = { script, abort, breaker, recordingOf, listenersLeft };
