// SPDX-License-Identifier: MIT
'use strict';

// Time in the lab, in milliseconds with fractions. What the lab simulates ends in the poll phase, as the answer of a
// real network or database does: at its exact instant under the virtual clock, and once that has passed in real time.

const { loopTime, passTime, scheduleCompletion, clearCompletion } = binding;
const { abortable } = require('lab/abort');
const { readOptions, validateDuration } = require('lab/options');
const { validateAbortSignal, validateBoolean } = require('internal/validators');

// What hangs is given up after five minutes, as Node's fetch gives up a server that does not answer. Until then it
// keeps the program alive, as an open connection does.
const patience = 300_000;

/** Keeps the thread busy for `ms` milliseconds: nothing else of the program runs meanwhile. */
function busy(ms) {
  validateDuration(ms, 'ms');
  const end = loopTime() + ms;
  if (passTime(ms)) return;
  while (loopTime() < end);
}

/** Calls back in the poll phase at an instant of the loop's clock; `cancel` takes the number that it returns. */
function schedule(callback, instant, isReferenced = true) {
  return scheduleCompletion(instant, callback, isReferenced);
}

/** Calls back after `ms` milliseconds with what somebody else does meanwhile; `cancel` takes the number. */
function scheduleAnswer(callback, ms) {
  return scheduleCompletion(loopTime() + ms, callback, true, true);
}

/** Takes back what `schedule` returned the number of; nothing happens when it has run. */
function cancel(id) {
  if (id !== undefined) clearCompletion(id);
}

/** Resolves with `value` after `ms` milliseconds, in the poll phase. */
function delay(ms, value, options = {}) {
  validateDuration(ms, 'ms');
  const { signal, ref = true } = readOptions(options, 'lab.delay()', ['signal', 'ref']);
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return abortable(signal, (resolve) => {
    const id = schedule(() => resolve(value), loopTime() + ms, ref);
    return () => cancel(id);
  });
}

module.exports = { busy, cancel, delay, loopTime, patience, schedule, scheduleAnswer };
