// SPDX-License-Identifier: MIT
'use strict';

// Chance in the lab: it is decided by the run's seed, under the system clock by seed 0, until `seed` says otherwise.
// Each service and each load draws from a generator of its own, so that what one of them does leaves the others alone.

const { makeRandom } = require('internal/seeded_random');
const { validateInteger } = require('internal/validators');
const { cos, log, round, sqrt, PI } = Math;

// Keeps the lab's numbers apart from those of Math.random, which has the run's seed itself.
const salt = 0x1ab5eed;
const seedOfRun = binding.randomSeed ?? 0;
let source = makeRandom(seedOfRun ^ salt);

/** Begins the sequence of `number`, a whole number from 0 to 2^32 - 1, for what is declared from now on. */
function seed(number) {
  validateInteger(number, 'seed', 0, 0xffffffff);
  source = makeRandom(number ^ salt);
}

/** Begins the run's own sequence again. */
function reseed() {
  source = makeRandom(seedOfRun ^ salt);
}

/** The next number of the shared sequence, from 0 up to but not including 1. */
function random() {
  return source();
}

/** A generator of its own, for one service. */
function fork() {
  return makeRandom(source() * 0x100000000);
}

/** A number of the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958). */
function normal(random) {
  return sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
}

/** A waiting time of a Poisson process with one event per unit of time on average. */
function exponential(random) {
  return -log(1 - random());
}

/** Rounds milliseconds to whole microseconds, so that times can be read. */
function toMicroseconds(ms) {
  return round(ms * 1000) / 1000;
}

module.exports = { exponential, fork, normal, random, reseed, seed, toMicroseconds };
