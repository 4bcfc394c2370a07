// SPDX-License-Identifier: MIT
'use strict';

// How long a service takes: a number of milliseconds, a distribution, or a function.

const { codes } = require('internal/errors');
const { readOptions, validateDuration, validatePeriod } = require('lab/options');
const { normal, toMicroseconds } = require('lab/random');
const { exp, log, max } = Math;

const forms = 'a number of milliseconds, [min, max], { mean, stddev }, { p50, p99 } or a function';
// What an answer takes where nothing is said about it.
const usual = 1;

// The quantile 0.99 of the standard normal distribution.
const quantile99 = 2.3263478740408408;

function uniform([least, most, ...rest], name) {
  if (rest.length > 0 || most === undefined) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, [least, most, ...rest], 'must be [min, max]');
  }
  validateDuration(least, `${name}[0]`);
  validateDuration(most, `${name}[1]`);
  if (most < least) throw new codes.ERR_OUT_OF_RANGE(`${name}[1]`, `>= ${least}`, most);
  return (random) => toMicroseconds(least + random() * (most - least));
}

function gaussian({ mean, stddev }, name) {
  validateDuration(mean, `${name}.mean`);
  validateDuration(stddev, `${name}.stddev`);
  // A time below 0 counts as 0.
  return (random) => toMicroseconds(max(0, mean + stddev * normal(random)));
}

function logNormal({ p50, p99 }, name) {
  validatePeriod(p50, `${name}.p50`);
  validateDuration(p99, `${name}.p99`);
  if (p99 < p50) throw new codes.ERR_OUT_OF_RANGE(`${name}.p99`, `>= ${p50}`, p99);
  const spread = log(p99 / p50) / quantile99;
  return (random) => toMicroseconds(p50 * exp(spread * normal(random)));
}

function computed(compute, name) {
  return (random, ...args) => {
    const ms = compute(...args);
    if (typeof ms !== 'number') {
      throw new codes.ERR_INVALID_RETURN_VALUE('a number of milliseconds', name, ms);
    }
    validateDuration(ms, name);
    return ms;
  };
}

/** Reads the option `name`; the function returned gives a latency from a generator and what the service was asked. */
function latencyOf(value, name = 'options.latency') {
  if (typeof value === 'number') {
    validateDuration(value, name);
    return () => value;
  }
  if (typeof value === 'function') return computed(value, name);
  if (Array.isArray(value)) return uniform(value, name);
  if (value !== null && typeof value === 'object') {
    if ('mean' in value) return gaussian(readOptions(value, 'a normal latency', ['mean', 'stddev'], name), name);
    if ('p50' in value) return logNormal(readOptions(value, 'a lognormal latency', ['p50', 'p99'], name), name);
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be ${forms}`);
  }
  throw new codes.ERR_INVALID_ARG_TYPE(name, forms, value);
}

module.exports = { latencyOf, usual };
