// SPDX-License-Identifier: MIT
'use strict';

// `expect(value)`: an object with all matchers, and the same ones again, turned round, behind `not`.

const { CheckFailure } = require('checks/failure');
const { values, promises } = require('checks/matchers');
const { calls, facts } = require('checks/call_matchers');

function judge({ holds, message, not, expected, got, thrown }, isNegated) {
  if (holds !== isNegated) return;
  const failure = new CheckFailure(isNegated ? not ?? message : message, { expected, got });
  failure.thrown = thrown;
  throw failure;
}

// An expectation is an object without state of its own: a method for each matcher.
function matchersFor(value, isNegated) {
  const made = {};
  for (const [name, matcher] of Object.entries({ ...values, ...calls, ...facts })) {
    made[name] = (...wanted) => judge(matcher(value, ...wanted), isNegated);
  }
  for (const [name, matcher] of Object.entries(promises)) {
    made[name] = async (...wanted) => judge(await matcher(value, ...wanted), isNegated);
  }
  return made;
}

/** Begins to say what is expected of a value. */
function expect(value) {
  const expectation = matchersFor(value, false);
  return Object.defineProperty(expectation, 'not', { get: () => matchersFor(value, true) });
}

module.exports = { expect };
