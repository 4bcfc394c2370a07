// SPDX-License-Identifier: MIT
'use strict';

// How a load measures a server whose handlers run on other threads. Such a server has a method `kMeasure`, which
// begins a measurement, and tells a request by its method `kStarted` when, and on which worker, its handler was called.

const { loopTime } = require('lab/time');

const kMeasure = Symbol('lab.measure');
const kStarted = Symbol('lab.started');

// In virtual time all threads of a program have one clock; otherwise each counts from its own start.
const origin = binding.randomSeed !== undefined ? 0 : binding.timeOrigin;

/** Now, in milliseconds that mean the same on all threads. */
function commonTime() {
  return loopTime() + origin;
}

/** The time of this thread's loop for one that `commonTime` gave on any. */
function loopTimeOf(time) {
  return time - origin;
}

/** How long this thread's loop has waited until now. */
function usage() {
  return { idle: binding.eventLoopUtilization()[0], time: commonTime() };
}

/** The share of the time between two usages in which the loop did not wait, as its parts. */
function busyBetween(first, last) {
  const span = Math.max(0, last.time - first.time);
  return { busy: Math.min(span, Math.max(0, span - (last.idle - first.idle))), span };
}

module.exports = { busyBetween, commonTime, kMeasure, kStarted, loopTimeOf, usage };
