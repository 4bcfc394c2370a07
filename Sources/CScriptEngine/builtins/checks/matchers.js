// SPDX-License-Identifier: MIT
'use strict';

// What `expect(value)` can say of values and promises. A matcher answers `{ holds, message, expected, got }`; the
// message is for the case that it had to hold and does not, `not` for the other one.

const { CheckFailure } = require('checks/failure');
const { importValue, isObject, kindOf, originOf, promiseOf, rawOf } = require('checks/membrane');
const { snapshot } = require('checks/snapshot');
const { shown, thrownWords } = require('checks/words');
const { time } = require('checks/time');
const { isDeepStrictEqual } = require('internal/comparisons');
const { classBehind, promiseState, promiseResult } = binding;

// JS::PromiseState
const pending = 0;
const fulfilled = 1;
const rejected = 2;

/** Whether two values are the same one, on whichever side of the membrane they are. */
function isSame(first, second) {
  return Object.is(rawOf(first), rawOf(second)) || Object.is(originOf(first) ?? first, originOf(second) ?? second);
}

function isEqual(first, second) {
  return isSame(first, second) || isDeepStrictEqual(snapshot(first), snapshot(second));
}

/** Whether an error is what `wanted` names: a part of its message, a pattern, that very value, or what it has. */
function fits(error, wanted) {
  if (wanted === undefined || isSame(error, wanted)) return true;
  const copy = snapshot(error);
  const text = String(copy?.message ?? copy);
  if (typeof wanted === 'string') return text.includes(wanted);
  if (wanted instanceof RegExp) return wanted.test(text);
  if (!isObject(wanted) || !isObject(copy)) return false;
  // Another error with the same words has lost where it happened, and what else was written on it.
  if (kindOf(wanted) === 'Error') return false;
  return Object.keys(wanted).every((key) => fitsProperty(copy[key], wanted[key]));
}

function fitsProperty(value, wanted) {
  return wanted instanceof RegExp ? wanted.test(String(value)) : isDeepStrictEqual(value, snapshot(wanted));
}

function wordsForError(wanted) {
  if (wanted === undefined) return 'any error';
  if (typeof wanted === 'string') return `a message with “${wanted}”`;
  return kindOf(wanted) === 'Error' ? `this very error: ${thrownWords(wanted)}` : shown(wanted);
}

// Values are only written out where that is wanted: most expectations hold.
function equality(holds, value, wanted) {
  return {
    holds, message: 'another value was expected', not: 'another value than this one was expected',
    get expected() { return shown(wanted); }, get got() { return shown(value); },
  };
}

/** The lines of an output that are among those asked for, in their order. */
function linesAmong(lines, wanted) {
  const asked = new Set(wanted);
  return lines.filter((line) => asked.has(line));
}

// What thenables have told so far; nobody can look into them as into a promise.
const told = new WeakMap();

// A thenable counts as pending until it has told otherwise, which it can do only after it was first asked.
function stateOfThenable(value) {
  const raw = rawOf(value);
  if (!told.has(raw)) {
    const answer = { state: pending, result: undefined };
    told.set(raw, answer);
    const note = (state) => (result) => {
      if (answer.state === pending) Object.assign(answer, { state, result });
    };
    value.then(note(fulfilled), note(rejected));
  }
  return told.get(raw);
}

function stateOf(value) {
  const raw = rawOf(value);
  if (classBehind(raw) !== 'Promise') {
    if (isObject(value) && typeof value.then === 'function') return stateOfThenable(value);
    throw new CheckFailure('a promise was expected', { got: shown(value) });
  }
  const state = promiseState(raw);
  return { state, result: state === pending ? undefined : importValue(promiseResult(raw)) };
}

const values = {
  toBe(value, wanted) {
    const result = equality(isSame(value, wanted), value, wanted);
    // Both would be shown in the same words.
    if (!result.holds && isEqual(value, wanted)) {
      result.message = 'the very same value was expected, and not one like it';
    }
    return result;
  },
  toEqual: (value, wanted) => equality(isEqual(value, wanted), value, wanted),
  toBeTruthy: (value) => ({
    holds: Boolean(value), message: 'something that counts as true was expected',
    not: 'something that counts as false was expected', get got() { return shown(value); },
  }),
  toBeBetween: (value, least, most) => ({
    // Nothing that is turned into a number each time it is asked for one.
    holds: (typeof value === 'number' || typeof value === 'bigint') && value >= least && value <= most,
    message: 'a number in a range was expected',
    not: 'a number outside of a range was expected', expected: `${least} to ${most}`,
    get got() { return shown(value); },
  }),
  toContain(value, part) {
    const copy = snapshot(value);
    const holds = typeof copy === 'string' ? copy.includes(part) : [...copy].some((each) => isEqual(each, part));
    return {
      holds, message: 'something is missing', not: 'something should not be there',
      get expected() { return shown(part); }, get got() { return shown(value); },
    };
  },
  toHaveLength(value, length) {
    const found = value.length;
    return {
      holds: found === length, message: 'another length was expected',
      not: 'another length than this one was expected', expected: `${length}`, get got() { return shown(found); },
    };
  },
  toMatch: (value, pattern) => ({
    holds: typeof value === 'string' && pattern.test(value), message: 'another text was expected',
    not: 'another text than this one was expected', expected: `${pattern}`, get got() { return shown(value); },
  }),
  toThrow(value, wanted) {
    let thrown;
    try {
      value();
    } catch (error) {
      thrown = { error };
    }
    return {
      holds: thrown !== undefined && fits(thrown.error, wanted), message: 'an error was expected',
      not: 'no such error was expected', get expected() { return wordsForError(wanted); },
      got: thrown === undefined ? 'none' : thrownWords(thrown.error),
    };
  },
  toPrint(lines, ...wanted) {
    const found = linesAmong(lines, wanted);
    return {
      holds: isDeepStrictEqual(found, wanted), message: 'these lines were expected in this order',
      not: 'these lines were not expected', expected: wanted.join('   '), got: found.join('   ') || 'none of them',
    };
  },
  toBePending(value) {
    const { state, result } = stateOf(value);
    return {
      holds: state === pending, message: 'the promise is settled already', not: 'the promise is still pending',
      got: state === pending ? 'pending' : state === fulfilled ? shown(result) : thrownWords(result),
    };
  },
};

// MARK: Promises

let waiting = '';

/** What a check waits for that has not come; empty where it says nothing. */
const describeWaiting = () => waiting;

/** Waits for a promise and remembers, meanwhile, what for. */
async function outcomeOf(value, words) {
  const raw = rawOf(value);
  const isPromise = classBehind(raw) === 'Promise';
  if (!isPromise && !(isObject(value) && typeof value.then === 'function')) {
    throw new CheckFailure('a promise was expected', { got: shown(value) });
  }
  const before = waiting;
  waiting = words;
  try {
    const result = await (isPromise ? promiseOf(raw) : new Promise((resolve, reject) => value.then(resolve, reject)));
    return { isRejected: false, result };
  } catch (error) {
    return { isRejected: true, result: error };
  } finally {
    waiting = before;
  }
}

async function rejection(value, isRight, expected) {
  const { isRejected, result } = await outcomeOf(value, 'the promise never settled, and it had to be rejected');
  if (!isRejected) {
    const message = 'the promise was fulfilled, and it had to be rejected';
    return { holds: false, message, got: shown(result), expected };
  }
  return {
    holds: isRight(result), message: 'the promise was rejected with another error',
    not: 'the promise was rejected with this error', expected, got: thrownWords(result), thrown: result,
  };
}

const promises = {
  async toResolve(value, ...wanted) {
    const { isRejected, result } = await outcomeOf(value, 'the promise never settled, and it had to be fulfilled');
    if (isRejected) {
      return {
        holds: false, message: 'the promise was rejected, and it had to be fulfilled', got: thrownWords(result),
        thrown: result,
      };
    }
    return {
      holds: wanted.length === 0 || isEqual(result, wanted[0]), message: 'the promise was fulfilled with another value',
      not: 'the promise was fulfilled',
      get expected() { return wanted.length === 0 ? undefined : shown(wanted[0]); },
      get got() { return shown(result); },
    };
  },
  toReject: (value, wanted) => rejection(value, (reason) => fits(reason, wanted), wordsForError(wanted)),
  // Of a text, toReject takes every error that has it in its message, and any text around it.
  toRejectWith: (value, wanted) => rejection(value, (reason) => isSame(reason, wanted), thrownWords(wanted)),
  async toSettleAt(value, ms) {
    await outcomeOf(value, `the promise never settled, and it had to at ${ms} ms`);
    const at = time.now();
    return {
      holds: at === ms, message: 'the promise settled at another time', not: 'the promise settled at that time',
      expected: `${ms} ms`, got: `${at} ms`,
    };
  },
};

module.exports = { values, promises, describeWaiting };
