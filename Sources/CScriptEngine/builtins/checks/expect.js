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

// What `expect(value)` gives: a method for each matcher, and the same ones turned round behind `not`.
class Expectation {
  constructor(value, isNegated) {
    this.value = value;
    this.isNegated = isNegated;
  }

  get not() {
    return new Expectation(this.value, !this.isNegated);
  }
}

for (const [name, matcher] of Object.entries({ ...values, ...calls, ...facts })) {
  Expectation.prototype[name] = function(...wanted) {
    try {
      judge(matcher(this.value, ...wanted), this.isNegated);
    } catch (error) {
      throw noted(error);
    }
  };
}
for (const [name, matcher] of Object.entries(promises)) {
  Expectation.prototype[name] = function(...wanted) {
    return judgeLater(matcher, this.value, wanted, this.isNegated);
  };
}

/** Begins to say what is expected of a value. */
const expect = (value) => new Expectation(value, false);

/** Forgets expectations of another check that were never decided. */
function forgetExpectations() {
  waiting.clear();
  whenNoneWaits = () => {};
}

module.exports = { expect, allAreJudged, forgetExpectations };
