// SPDX-License-Identifier: MIT
'use strict';

// A check's hands on virtual time, which passes only while the check waits for something.

const { performance } = require('internal/performance');
const { validateNumber } = require('internal/validators');
const { setTimeout, setImmediate } = globalThis;
const now = performance.now.bind(performance);

class CheckTime {
  #start = now();
  #waiting = [];

  constructor() {
    this.face = Object.freeze({
      now: () => this.now(),
      advance: (ms) => this.advance(ms),
      runAll: () => this.runAll(),
    });
  }

  /** Milliseconds since the check began, exact to the microsecond. */
  now() {
    return Math.round((now() - this.#start) * 1000) / 1000;
  }

  /** Lets so many milliseconds pass; everything that is due by then has run, with its promise jobs. */
  async advance(ms) {
    validateNumber(ms, 'ms', 0);
    await new Promise((resolve) => setTimeout(resolve, ms));
    // Timers of other durations may be due at the same instant; a phase runs them all before the immediates.
    await this.settle();
  }

  /** Lets everything that was begun come to its end, however long that takes. */
  runAll() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Lets run what is ready now. */
  settle() {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Wakes those who wait for the end of everything; false where nobody does. */
  everythingIsDone() {
    const woken = this.#waiting;
    this.#waiting = [];
    for (const resolve of woken) resolve();
    return woken.length > 0;
  }
}

module.exports = { CheckTime };
