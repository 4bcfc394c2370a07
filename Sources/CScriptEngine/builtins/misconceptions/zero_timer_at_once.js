// SPDX-License-Identifier: MIT
'use strict';

// "a timer of 0 ms runs at once": setTimeout without a delay calls back before it returns.

const timers = require('internal/timers');
const { apply } = Reflect;
const { setTimeout: setRightly, clearTimeout } = timers;

function setTimeout(callback, delay, ...args) {
  if (typeof callback !== 'function' || delay > 0) return apply(setRightly, undefined, arguments);
  const timer = setRightly(callback);
  clearTimeout(timer);
  apply(callback, typeof timer === 'object' ? timer : globalThis, args);
  return timer;
}

/** Puts the wrong timer in the place of the right one. */
function install() {
  timers.setTimeout = setTimeout;
  globalThis.setTimeout = setTimeout;
}

module.exports = { install };
