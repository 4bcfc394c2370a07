// SPDX-License-Identifier: MIT
'use strict';

// `expect(value)`: an object with all matchers, and the same ones again, turned round, behind `not`.

const { CheckFailure, noteFailure } = require('checks/failure');
const { values, promises } = require('checks/matchers');
const { calls, facts } = require('checks/call_matchers');

function judge(result, isNegated) {
  if (result.holds !== isNegated) return;
  const { message, not, expected, got, thrown } = result;
  const failure = new CheckFailure(isNegated ? not ?? message : message, { expected, got });
  failure.thrown = thrown;
  throw failure;
}

// What is thrown may end in the submission, which calls functions of the check, or in a promise for which nobody waits.
function noted(error) {
  if (error instanceof CheckFailure) noteFailure(error);
  return error;
}

const waiting = new Set();

async function judgeLater(matcher, value, wanted, isNegated) {
  const settled = {};
  waiting.add(settled);
  try {
    judge(await matcher(value, ...wanted), isNegated);
  } catch (error) {
    throw noted(error);
  } finally {
    waiting.delete(settled);
    if (waiting.size === 0) whenNoneWaits();
  }
}

let whenNoneWaits = () => {};

/** Fulfilled when no expectation of a promise is left that nobody has awaited. */
function allAreJudged() {
  return new Promise((resolve) => {
    if (waiting.size === 0) resolve(); else whenNoneWaits = resolve;
  });
}

// An expectation is an object without state of its own: a method for each matcher.
function matchersFor(value, isNegated) {
  const made = {};
  for (const [name, matcher] of Object.entries({ ...values, ...calls, ...facts })) {
    made[name] = (...wanted) => {
      try {
        judge(matcher(value, ...wanted), isNegated);
      } catch (error) {
        throw noted(error);
      }
    };
  }
  for (const [name, matcher] of Object.entries(promises)) {
    made[name] = (...wanted) => judgeLater(matcher, value, wanted, isNegated);
  }
  return made;
}

/** Begins to say what is expected of a value. */
function expect(value) {
  const expectation = matchersFor(value, false);
  return Object.defineProperty(expectation, 'not', { get: () => matchersFor(value, true) });
}

/** Forgets expectations of another check that were never decided. */
function forgetExpectations() {
  waiting.clear();
  whenNoneWaits = () => {};
}

module.exports = { expect, allAreJudged, forgetExpectations };
