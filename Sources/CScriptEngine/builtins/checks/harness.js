// SPDX-License-Identifier: MIT
'use strict';

// Reads the checks of an exercise, and runs one of them against a submission. All of this is in a realm of its own,
// which the submission cannot reach; what it says leaves through `report`, a native function.

const { time, everythingIsDone } = require('checks/time');
const { script, abort, breaker } = require('checks/scripted');
const { expect, allAreJudged, forgetExpectations } = require('checks/expect');
const { describeWaiting } = require('checks/matchers');
const { trace } = require('checks/call_matchers');
const { CheckFailure, firstFailure, forgetFailures } = require('checks/failure');
const { failureWords, isStackOverflow, placeOf, thrownWords } = require('checks/words');
const { timelineLines } = require('checks/timeline');
const { importValue } = require('checks/membrane');
const { isForeign, outpost, outputText, report } = binding;

const defaultPoints = 10;
const mostPoints = 1e6;
// How many orders and latencies a check is tried in that asks for any, and how many it may ask for.
const usualOrders = 8;
const mostOrders = 64;
const optionNames = ['points', 'needs', 'hidden', 'extra', 'anyOrder'];

let checks = [];
let isOver = false;

// MARK: The file of the checks

function requireText(value, what) {
  if (typeof value !== 'string' || value.trim() === '') throw new TypeError(`check(): ${what} has to be a text`);
}

function requireOptions(options, name) {
  const unknown = Object.keys(options).find((key) => !optionNames.includes(key));
  if (unknown !== undefined) {
    throw new TypeError(`check("${name}"): there is no option ${unknown}; there are ${optionNames.join(', ')}`);
  }
  const { points = defaultPoints } = options;
  if (typeof points !== 'number' || !(points >= 0 && points <= mostPoints)) {
    throw new RangeError(`check("${name}"): points has to be a number from 0 to ${mostPoints}`);
  }
  const { anyOrder = false } = options;
  if (typeof anyOrder !== 'boolean' && !(Number.isInteger(anyOrder) && anyOrder > 1 && anyOrder <= mostOrders)) {
    throw new RangeError(`check("${name}"): anyOrder has to be true, false, or how many to try, 2 to ${mostOrders}`);
  }
}

/** Names a check: `check(name, options?, fn)`. */
function check(name, options, fn) {
  if (typeof options === 'function') [options, fn] = [{}, options];
  requireText(name, 'the name');
  requireOptions(options ?? {}, name);
  const { points = defaultPoints, needs, hidden = false, extra = false, anyOrder = false } = options ?? {};
  if (typeof fn !== 'function') throw new TypeError(`check("${name}"): its last argument has to be a function`);
  const names = checks.map((each) => each.name);
  if (names.includes(name)) throw new TypeError(`check("${name}"): there is another check of this name`);
  if (needs !== undefined && !names.includes(needs)) {
    throw new TypeError(`check("${name}"): there is no check “${String(needs)}” above it`);
  }
  const orders = anyOrder === true ? usualOrders : Number(anyOrder) || 1;
  checks.push({ name, milliPoints: Math.round(points * 1000), needs, hidden, extra, orders, fn });
}

/** Reads a file of checks: `register` runs it. */
function read(register) {
  checks = [];
  register(check);
  return checks.map(({ fn, ...description }) => description);
}

// MARK: One check

let credit = 0;

/** From here on a failure still earns this share of the points, from 0 to 1. */
function giveCredit(share) {
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
    throw new RangeError('credit(): the share has to be a number from 0 to 1');
  }
  credit = Math.max(credit, share);
}

function end(hasPassed, words = {}) {
  if (isOver) return;
  isOver = true;
  // What came of it matters less than an expectation that was not met.
  const first = firstFailure();
  if (first !== undefined) [hasPassed, words] = [false, wordsOf(first)];
  const { message = '', details = [], place = '', stop = '' } = words;
  const lines = hasPassed ? [] : timelineLines();
  report(hasPassed, message, details.join('\n'), place, time.now(), credit, lines.join('\n'), stop);
}

// A value that throws when it is looked at has no words of its own.
function wordsOf(error) {
  try {
    const words = failureWords(error);
    if (words.place === '' && error instanceof CheckFailure && error.thrown !== undefined) {
      words.place = placeOf(error.thrown);
    }
    return words;
  } catch (failure) {
    return failureWords(failure);
  }
}

function fail(error) {
  const words = wordsOf(error);
  end(false, isStackOverflow(error) ? { ...words, stop: 'runaway-recursion' } : words);
}

/** The lines printed so far. */
function linesOf(text) {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** An array of the lines printed so far, up to date whenever somebody looks into it. */
function liveLines() {
  const upToDate = (method) => (lines, ...rest) => {
    lines.splice(0, lines.length, ...linesOf(outputText()));
    return Reflect[method](lines, ...rest);
  };
  const methods = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor'];
  return new Proxy([], Object.fromEntries(methods.map((method) => [method, upToDate(method)])));
}

function loadSubmission({ file, text, entry }) {
  let exported;
  try {
    exported = outpost.loadSubmission(file, text, entry);
  } catch (error) {
    throw importValue(error);
  }
  if (exported !== undefined) return importValue(exported);
  throw new CheckFailure(`the file does not define ${entry}`, { hint: `module.exports = { ${entry} }` });
}

/** Begins a check; `report` is called once, when it is over. */
function start(index, submission) {
  const { fn } = checks[index];
  forgetFailures();
  forgetExpectations();
  const run = async () => {
    const world = {
      submission: loadSubmission(submission), time, script, abort, breaker, expect, trace, credit: giveCredit,
      output: liveLines(),
    };
    await fn(world);
    await time.settle();
    await allAreJudged();
  };
  run().then(() => end(true), fail);
}

/** Something of the submission failed where no check waits for it. */
function violated(kind, error) {
  const value = importValue(error);
  if (isStackOverflow(value)) return fail(value);
  const words = {
    rejection: 'a promise was rejected and nothing handled it',
    exception: 'an error was thrown in a callback, where nothing catches it',
  };
  let thrown = 'a value that throws when it is looked at';
  try {
    thrown = thrownWords(value);
  } catch {}
  end(false, { message: `${words[kind]}: ${thrown}`, place: placeOf(value) });
}

/** Nothing is left to run: goes on with a check that waits for that; false where none does. */
const goOn = everythingIsDone;

/** What an unfinished check was waiting for, in words. */
function unfinished(index) {
  const waiting = describeWaiting();
  const message = waiting === '' ? `“${checks[index].name}” waits for something that can never happen` : waiting;
  end(false, { message, stop: 'never-settled' });
}

module.exports = { read, start, goOn, violated, unfinished };
