// SPDX-License-Identifier: MIT
'use strict';

// What a check may expect. Each failure says what was expected and what there was.

const { recordingOf } = require('checks/scripted');
const { inspect } = require('internal/inspect');
const { getPromiseDetails } = binding;
const { isPromise } = require('internal/types');
// JS::PromiseState
const pending = 0;
const fulfilled = 1;

/** A check that failed: a line, and what stands below it. */
class CheckFailure extends Error {
  constructor(message, { expected, got, hint } = {}) {
    super(message);
    const lines = [];
    if (expected !== undefined) lines.push(`expected  ${expected}`);
    if (got !== undefined) lines.push(`got       ${got}`);
    if (hint !== undefined) lines.push(hint);
    this.details = lines.join('\n');
  }
}

const shown = (value) => inspect(value, { breakLength: 70, depth: 3 });
const milliseconds = (times) => `${times.join('   ')} ms`;

let waiting = '';

/** What a check waits for that is not finished. */
function describeWaiting() {
  return waiting;
}

/** Waits for a promise and remembers, meanwhile, what for. */
async function outcomeOf(promise, words) {
  if (!isThenable(promise)) throw new CheckFailure('a promise was expected', { got: shown(promise) });
  const before = waiting;
  waiting = words;
  try {
    return { isRejected: false, value: await promise };
  } catch (error) {
    return { isRejected: true, value: error };
  } finally {
    waiting = before;
  }
}

function isThenable(value) {
  return Object(value) === value && typeof value.then === 'function';
}

function equal(first, second) {
  const { isDeepStrictEqual } = require('internal/comparisons');
  return isDeepStrictEqual(first, second);
}

function recorded(value) {
  const recording = recordingOf(value);
  if (recording === undefined) throw new TypeError('expect(): a scripted function is needed here');
  return recording;
}

function words(error) {
  return error instanceof Error ? `${error.name}: ${error.message}` : shown(error);
}

/** Whether an error is what `wanted` names: a part of its message, a class, a pattern, or that very value. */
function fits(error, wanted) {
  if (wanted === undefined) return true;
  if (typeof wanted === 'string') return String(error?.message ?? error).includes(wanted);
  if (wanted instanceof RegExp) return wanted.test(String(error?.message ?? error));
  if (typeof wanted === 'function') return error instanceof wanted;
  return Object.is(error, wanted);
}

class Expectation {
  #value;

  constructor(value) {
    this.#value = value;
  }

  toBe(wanted) {
    if (Object.is(this.#value, wanted)) return;
    throw new CheckFailure('another value was expected', { expected: shown(wanted), got: shown(this.#value) });
  }

  toEqual(wanted) {
    if (equal(this.#value, wanted)) return;
    throw new CheckFailure('another value was expected', { expected: shown(wanted), got: shown(this.#value) });
  }

  toBeTruthy() {
    if (this.#value) return;
    throw new CheckFailure('something that counts as true was expected', { got: shown(this.#value) });
  }

  toBeBetween(least, most) {
    if (this.#value >= least && this.#value <= most) return;
    throw new CheckFailure('a number in a range was expected', {
      expected: `${least} to ${most}`, got: shown(this.#value),
    });
  }

  toThrow(wanted) {
    let thrown;
    try {
      this.#value();
    } catch (error) {
      if (fits(error, wanted)) return;
      thrown = error;
    }
    throw new CheckFailure('an error was expected', {
      expected: wanted === undefined ? 'any error' : shown(wanted), got: thrown === undefined ? 'none' : words(thrown),
    });
  }

  async toResolve(...wanted) {
    const outcome = await outcomeOf(this.#value, 'the promise never settled, and it had to be fulfilled');
    if (outcome.isRejected) {
      throw new CheckFailure('the promise was rejected, and it had to be fulfilled', { got: words(outcome.value) });
    }
    if (wanted.length === 0 || equal(outcome.value, wanted[0])) return;
    throw new CheckFailure('the promise was fulfilled with another value', {
      expected: shown(wanted[0]), got: shown(outcome.value),
    });
  }

  async toReject(wanted) {
    const outcome = await outcomeOf(this.#value, 'the promise never settled, and it had to be rejected');
    if (!outcome.isRejected) {
      throw new CheckFailure('the promise was fulfilled, and it had to be rejected', { got: shown(outcome.value) });
    }
    if (fits(outcome.value, wanted)) return;
    throw new CheckFailure('the promise was rejected with another error', {
      expected: typeof wanted === 'string' ? `a message with “${wanted}”` : shown(wanted), got: words(outcome.value),
    });
  }

  toBePending() {
    if (!isPromise(this.#value)) throw new CheckFailure('a promise was expected', { got: shown(this.#value) });
    const [state, value] = getPromiseDetails(this.#value);
    if (state === pending) return;
    const got = state === fulfilled ? shown(value) : words(value);
    throw new CheckFailure('the promise is settled already', { got });
  }

  toHaveBeenCalledTimes(count) {
    const { calls } = recorded(this.#value);
    if (calls.length === count) return;
    throw new CheckFailure('another number of calls was expected', {
      expected: `${count}`, got: `${calls.length}${startsOf(calls)}`,
    });
  }

  toHaveBeenCalledWith(...args) {
    const { calls } = recorded(this.#value);
    if (calls.some((call) => equal(call.args, args))) return;
    const got = calls.length === 0 ? 'no call' : calls.map((call) => shown(call.args)).join(', ');
    throw new CheckFailure('no call had these arguments', { expected: shown(args), got });
  }

  startedAt(...times) {
    const starts = recorded(this.#value).calls.map((call) => call.startedAt);
    if (equal(starts, times)) return;
    throw new CheckFailure('the calls were made at other times', {
      expected: milliseconds(times), got: starts.length === 0 ? 'no call' : milliseconds(starts),
    });
  }

  toHaveAtMostInFlight(most) {
    const { most: found } = recorded(this.#value);
    if (found <= most) return;
    throw new CheckFailure('too many calls were in flight at once', { expected: `at most ${most}`, got: `${found}` });
  }
}

function startsOf(calls) {
  return calls.length === 0 ? '' : `, at ${milliseconds(calls.map((call) => call.startedAt))}`;
}

const expect = (value) => new Expectation(value);

module.exports = { expect, CheckFailure, describeWaiting };
