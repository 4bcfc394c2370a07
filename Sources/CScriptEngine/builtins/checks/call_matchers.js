// SPDX-License-Identifier: MIT
'use strict';

// What `expect(value)` can say of scripted functions, and of what a run leaves behind.

const { CheckFailure } = require('checks/failure');
const { recordingOf, listenersLeft } = require('checks/scripted');
const { snapshot } = require('checks/snapshot');
const { milliseconds, shown } = require('checks/words');
const { isDeepStrictEqual } = require('internal/comparisons');
const { conduct } = binding;

function recorded(value) {
  const recording = recordingOf(value);
  if (recording === undefined) throw new TypeError('expect(): a scripted function is needed here');
  return recording;
}

const timesOf = (times) => (times.length === 0 ? 'none' : milliseconds(times));

// A list of times, as calls are expected to have them.
function matchTimes(times, wanted, message) {
  return {
    holds: isDeepStrictEqual(times, wanted), message, not: 'other times than these were expected',
    expected: timesOf(wanted), got: timesOf(times),
  };
}

/** The most calls that began within any `ms` milliseconds, and when the first of those did. */
function busiestWindow(starts, ms) {
  let most = { count: 0, from: 0 };
  for (const from of starts) {
    const count = starts.filter((start) => start >= from && start < from + ms).length;
    if (count > most.count) most = { count, from };
  }
  return most;
}

const calls = {
  toHaveBeenCalledTimes(value, count) {
    const starts = recorded(value).calls.map((call) => call.startedAt);
    return {
      holds: starts.length === count, message: 'another number of calls was expected',
      not: 'another number of calls than this one was expected', expected: `${count}`,
      got: starts.length === 0 ? '0' : `${starts.length}, at ${milliseconds(starts)}`,
    };
  },
  toHaveBeenCalledWith(value, ...args) {
    const wanted = snapshot(args);
    const lists = recorded(value).passed.map((list) => list());
    return {
      holds: lists.some((list) => isDeepStrictEqual(list, wanted)), message: 'no call had these arguments',
      not: 'a call had these arguments', expected: shown(args),
      got: lists.length === 0 ? 'no call' : lists.map(shown).join(', '),
    };
  },
  startedAt: (value, ...times) => (
    matchTimes(recorded(value).calls.map((call) => call.startedAt), times, 'the calls were made at other times')
  ),
  settledAt: (value, ...times) => matchTimes(
    recorded(value).calls.filter((call) => call.settledAt !== undefined).map((call) => call.settledAt), times,
    'the calls settled at other times',
  ),
  toHaveAtMostInFlight(value, most) {
    const { most: found } = recorded(value);
    return {
      holds: found <= most, message: 'too many calls were in flight at once',
      not: 'more calls in flight at once were expected', expected: `at most ${most}`, got: `${found}`,
    };
  },
  toHaveReachedInFlight(value, least) {
    const { most: found } = recorded(value);
    return {
      holds: found >= least, message: 'too few calls were in flight at once',
      not: 'fewer calls in flight at once were expected', expected: `${least} at some time`, got: `at most ${found}`,
    };
  },
  toHaveAtMostPerWindow(value, most, ms) {
    const window = busiestWindow(recorded(value).calls.map((call) => call.startedAt), ms);
    return {
      holds: window.count <= most, message: `too many calls were made within ${ms} ms`,
      not: `more calls within ${ms} ms were expected`, expected: `at most ${most}`,
      got: `${window.count} from ${window.from} ms on`,
    };
  },
  toHaveBeenAborted(value, ...times) {
    const aborted = recorded(value).calls.map((call) => call.abortedAt).filter((at) => at !== undefined);
    if (times.length > 0) return matchTimes(aborted, times, 'the calls were aborted at other times');
    return {
      holds: aborted.length > 0, message: 'no call saw its signal aborted', not: 'a call saw its signal aborted',
      got: timesOf(aborted),
    };
  },
  toHaveStates(value, ...wanted) {
    const { states } = recorded(value);
    if (states === undefined) throw new TypeError('expect(): what breaker() gives is needed here');
    return {
      holds: isDeepStrictEqual(states, wanted), message: 'the breaker went through other states',
      not: 'the breaker went through these states', expected: wanted.join(' → '), got: states.join(' → ') || 'none',
    };
  },
};

// MARK: What a run leaves behind

/** Stands for the run in `expect(trace)`. */
const trace = Object.freeze({});

function requireTrace(value) {
  if (value !== trace) throw new TypeError('expect(): trace is needed here');
}

// `found` says where each of those is that should not be there.
function matchNone(value, found, message) {
  requireTrace(value);
  return { holds: found.length === 0, message, not: `${message}, as expected`, got: found.join(', ') };
}

/** What the record says, for an expectation that something never happened: it must have seen all of it. */
function wholeConduct() {
  const facts = conduct();
  if (facts.hasGaps) throw new CheckFailure('too much happened to say that it never did');
  return facts;
}

const countOf = (count, what) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]);

const facts = {
  toHaveNoTimersLeft: (value) => matchNone(value, conduct().timers, 'timers are left'),
  toHaveNoListenersLeft: (value) => (
    matchNone(value, countOf(listenersLeft(), 'listener'), 'listeners are left on a signal')
  ),
  toHaveNoPendingPromises: (value) => matchNone(value, wholeConduct().pending, 'promises were never settled'),
  toHaveNoUnhandledRejection: (value) => matchNone(value, [], 'a rejection was not handled'),
  toHaveUsedWorkers(value, least = 1) {
    requireTrace(value);
    const { workers } = conduct();
    return {
      holds: workers >= least, message: 'more workers were expected', not: 'fewer workers were expected',
      expected: `${least} or more`, got: `${workers}`,
    };
  },
  toHaveNeverBlockedLongerThan(value, ms) {
    requireTrace(value);
    const { blocked, place } = wholeConduct();
    return {
      holds: blocked <= ms, message: 'the thread was blocked for too long', not: 'the thread was not blocked so long',
      expected: `at most ${ms} ms`, got: `${blocked} ms${place === '' ? '' : `, in what began at ${place}`}`,
    };
  },
};

module.exports = { calls, facts, trace };
