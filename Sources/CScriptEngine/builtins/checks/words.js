// SPDX-License-Identifier: MIT
'use strict';

// How values, errors and times are written in the message of a failure.

const { displayed } = require('checks/snapshot');
const { CheckFailure } = require('checks/failure');
const { kindOf, rawOf } = require('checks/membrane');
const { inspect } = require('internal/inspect');
const { isForeign, placeBehind } = binding;

const lineLimit = 400;

function cut(text) {
  return text.length > lineLimit ? `${text.slice(0, lineLimit - 1)}…` : text;
}

/** A value as `util.inspect` shows it. */
function shown(value) {
  return cut(inspect(displayed(value), { breakLength: 70, depth: 3 }));
}

/** What was thrown: an error by its name and message. */
function thrownWords(value) {
  if (kindOf(value) !== 'Error') return shown(value);
  const { name, message } = displayed(value);
  return cut(`${name}: ${message}`.split('\n')[0]);
}

/** "file:line:column" of where an error of the program was made; empty for any other value. */
function placeOf(value) {
  const raw = rawOf(value);
  return isForeign(raw) && kindOf(raw) === 'Error' ? placeBehind(raw) : '';
}

/** Milliseconds as the learner reads them. */
const milliseconds = (times) => `${times.join('   ')} ms`;

/** Whether this is what the engine throws at the end of a recursion. */
function isStackOverflow(value) {
  const raw = rawOf(value);
  if (!isForeign(raw) || kindOf(raw) !== 'Error') return false;
  try {
    return /^(?:Maximum call stack size exceeded|too much recursion)/.test(displayed(value).message);
  } catch {
    return false;
  }
}

/** A failure's message in a line, what stands below it, and where it was. */
function failureWords(error) {
  if (error instanceof CheckFailure) return { message: error.message, details: error.details, place: '' };
  const raw = rawOf(error);
  if (kindOf(raw) !== 'Error') return { message: `it threw ${thrownWords(error)}`, details: [], place: '' };
  return { message: thrownWords(error), details: [], place: placeBehind(raw) };
}

module.exports = { shown, thrownWords, placeOf, milliseconds, isStackOverflow, failureWords };
