// SPDX-License-Identifier: MIT
'use strict';

// The checks of the lab's arguments. An option's error names it as `options.NAME` and says what it takes.

const { codes } = require('internal/errors');
const { validateFunction, validateInteger, validateNumber, validateObject, validateString } =
  require('internal/validators');

const { hasOwnProperty } = Object.prototype;
const { apply, ownKeys } = Reflect;

// Where the virtual clock ends: 100 years.
const longest = 100 * 365 * 86_400_000;

/** Checks that an object has no property but the options of `owner`, a misspelt one above all, and returns it. */
function readOptions(options, owner, known, name = 'options') {
  validateObject(options, name);
  for (const key of ownKeys(options)) {
    if (!known.includes(key)) {
      throw new codes.ERR_INVALID_ARG_VALUE(`${name}.${String(key)}`, options[key],
        `is not an option of ${owner}, which has: ${known.join(', ')}`);
    }
  }
  return options;
}

/** Throws unless `value` is a number of milliseconds from 0 to 100 years. */
function validateDuration(value, name) {
  validateNumber(value, name, 0, longest);
}

/** Throws unless `value` is a number above 0 and up to `max`. */
function validatePositive(value, name, max) {
  validateNumber(value, name);
  if (!(value > 0 && value <= max)) throw new codes.ERR_OUT_OF_RANGE(name, `> 0 && <= ${max}`, value);
}

/** Throws unless `value` is a number of milliseconds above 0. */
function validatePeriod(value, name) {
  validatePositive(value, name, longest);
}

/** Throws unless `value` is a whole number of at least `min`, or Infinity. */
function validateCount(value, name, min = 0) {
  if (value !== Infinity) validateInteger(value, name, min);
}

/** Throws unless `value` is a number from 0 to 1. */
function validateRate(value, name) {
  validateNumber(value, name, 0, 1);
}

/** Checks an option that may be left out. */
function optional(validate, value, ...rest) {
  if (value !== undefined) validate(value, ...rest);
  return value;
}

function hasOwn(object, key) {
  return apply(hasOwnProperty, object, [key]);
}

module.exports = {
  hasOwn,
  optional,
  readOptions,
  validateCount,
  validateDuration,
  validateFunction,
  validateInteger,
  validateNumber,
  validateObject,
  validatePeriod,
  validatePositive,
  validateRate,
  validateString,
};
