// SPDX-License-Identifier: MIT
'use strict';

// When the requests of a load arrive and what each asks for. Both are decided before the first one arrives: in an open
// loop nothing that the server does holds the next request up.

const { codes } = require('internal/errors');
const { validateNumber, validateObject, validatePositive } = require('lab/options');
const { exponential } = require('lab/random');
const { validateString } = require('internal/validators');
const { ceil } = Math;

/** The most requests that one load may have. */
const most = 1_000_000;

/** The instants of the requests in milliseconds from the load's start, evenly spaced or as chance has it. */
function arrivalTimes(rps, span, kind, random) {
  validateNumber(rps, 'options.rps');
  const limit = most * 1000 / span;
  if (!(rps > 0 && rps <= limit)) {
    throw new codes.ERR_OUT_OF_RANGE('options.rps',
      `> 0 && <= ${limit} for ${span} ms, a load having at most ${most} requests`, rps);
  }
  const gap = 1000 / rps;
  if (kind === 'even') {
    // A request due at the very end belongs to the time after it; 1e-9 forgives the rounding of the quotient.
    const count = Math.max(1, ceil(span / gap - 1e-9));
    return Float64Array.from({ length: count }, (_, index) => index * gap);
  }
  const times = [];
  for (let time = gap * exponential(random); time < span; time += gap * exponential(random)) {
    times[times.length] = time;
  }
  if (times.length === 0) times[0] = 0;
  return Float64Array.from(times);
}

function requestOf(text, name) {
  validateString(text, name);
  const match = /^(?:([A-Z]+) +)?(\/\S*)$/.exec(text);
  if (match === null) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, text, "must be a path with or without a method, as 'GET /users/7'");
  }
  return { label: text, method: match[1] ?? 'GET', path: match[2] };
}

/** Reads the option `mix`: one path, a list of paths, or paths with their weights. */
function mixOf(value) {
  const name = 'options.mix';
  if (typeof value === 'string') return [{ ...requestOf(value, name), weight: 1 }];
  if (Array.isArray(value)) {
    if (value.length === 0) throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must name a path');
    return value.map((text, index) => ({ ...requestOf(text, `${name}[${index}]`), weight: 1 }));
  }
  validateObject(value, name);
  const parts = Object.keys(value).map((text) => {
    validatePositive(value[text], `${name}['${text}']`, 1e9);
    return { ...requestOf(text, name), weight: value[text] };
  });
  if (parts.length === 0) throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must name a path');
  return parts;
}

/** Chooses the paths of a load one after the other, each as often as its weight says. */
function makeChooser(parts, kind, random) {
  let total = 0;
  for (let index = 0; index < parts.length; index++) total += parts[index].weight;
  if (kind === 'poisson') {
    return () => {
      let rest = random() * total;
      let index = 0;
      while (index < parts.length - 1 && rest >= parts[index].weight) rest -= parts[index++].weight;
      return index;
    };
  }
  // Evenly: each turn credits every path its weight, and the one with most credit pays for all (nginx's smooth weighted
  // round robin).
  const credit = new Float64Array(parts.length);
  return () => {
    let best = 0;
    for (let index = 0; index < parts.length; index++) {
      credit[index] += parts[index].weight;
      if (credit[index] > credit[best]) best = index;
    }
    credit[best] -= total;
    return best;
  };
}

module.exports = { arrivalTimes, makeChooser, mixOf };
