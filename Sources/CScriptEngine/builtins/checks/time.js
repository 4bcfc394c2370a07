// SPDX-License-Identifier: MIT
'use strict';

// A check's hands on virtual time, which passes only while the check waits for something.

const { now, wait, settle } = binding;

let waiting = [];

// A turn that finds nothing to do costs a microsecond, so that loops end; nobody promised anything so exactly.
const toTenths = (milliseconds) => Math.floor(milliseconds * 10 + 1e-6) / 10;

// What one timer can wait; a longer delay would be one of a millisecond, as setTimeout has it.
const longestDelay = 2 ** 31 - 1;

function requireDuration(ms) {
  const isTime = Number.isSafeInteger(ms) && ms >= 0;
  if (!isTime) throw new TypeError(`${String(ms)} is no whole number of milliseconds`);
}

const start = now();

const time = Object.freeze({
  /** Milliseconds since the check began. */
  now: () => toTenths(now() - start),
  /** Lets so many milliseconds pass; everything that is due by then has run, with its promise jobs. */
  async advance(ms) {
    requireDuration(ms);
    if (ms > 0) await after(ms);
    // Timers of other durations may be due at the same instant; a phase runs them all before the immediates.
    await time.settle();
  },
  /** Lets everything that was begun come to its end, however long that takes. */
  runAll: () => new Promise((resolve) => waiting.push(resolve)),
  /** Lets run what is ready now. */
  settle: () => new Promise((resolve) => settle(resolve)),
});

/** A promise that is fulfilled after so many milliseconds. */
function after(ms) {
  return new Promise((resolve) => later(ms, resolve));
}

/** Calls a function after so many milliseconds; nobody catches what that throws. */
function later(ms, fn) {
  if (ms <= longestDelay) wait(ms, fn);
  else wait(longestDelay, () => later(ms - longestDelay, fn));
}

/** Wakes those who wait for the end of everything; false where nobody does. */
function everythingIsDone() {
  const woken = waiting;
  waiting = [];
  for (const resolve of woken) resolve();
  return woken.length > 0;
}

module.exports = { time, after, later, everythingIsDone, requireDuration };
