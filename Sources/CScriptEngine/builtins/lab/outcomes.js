// SPDX-License-Identifier: MIT
'use strict';

// What becomes of each request by the option `failures`: a script for the first requests, one word for all, a rate, or
// a function.

const { codes } = require('internal/errors');
const { readOptions, validateRate } = require('lab/options');

const ok = { kind: 'ok' };
const byWord = new Map([
  ['ok', ok], ['fail', { kind: 'fail' }], ['timeout', { kind: 'timeout' }], ['hang', { kind: 'hang' }],
]);
const words = "'ok', 'fail', 'timeout', 'hang'";

function isError(value) {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

function entryOf(value, name, takesStatus) {
  const entry = byWord.get(value);
  if (entry !== undefined) return entry;
  if (isError(value)) return { kind: 'error', error: value };
  if (takesStatus && Number.isInteger(value) && value >= 200 && value <= 599) return { kind: 'status', status: value };
  const taken = takesStatus ? `${words}, a status from 200 to 599 or an Error` : `${words} or an Error`;
  throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be ${taken}`);
}

function byRate(options, random, name, takesStatus) {
  const { rate, kind = 'fail' } = readOptions(options, 'failures', ['rate', 'kind'], name);
  validateRate(rate, `${name}.rate`);
  const entry = entryOf(kind, `${name}.kind`, takesStatus);
  return () => (random() < rate ? entry : ok);
}

/**
 * Reads the option `name`; the function returned says what becomes of the next request.
 *
 * A script is followed once, and then all is well. `random` decides where a rate is given.
 */
function outcomesOf(value, random, { name = 'options.failures', takesStatus = false } = {}) {
  if (value === undefined) return () => ok;
  if (Array.isArray(value)) {
    const script = [];
    for (let index = 0; index < value.length; index++) {
      script[index] = entryOf(value[index], `${name}[${index}]`, takesStatus);
    }
    let next = 0;
    return () => (next < script.length ? script[next++] : ok);
  }
  if (typeof value === 'function') {
    let count = 0;
    return (...args) => {
      const answer = value(++count, ...args);
      return answer === undefined ? ok : entryOf(answer, `${name}()`, takesStatus);
    };
  }
  if (value !== null && typeof value === 'object' && !isError(value)) return byRate(value, random, name, takesStatus);
  const entry = entryOf(value, name, takesStatus);
  return () => entry;
}

module.exports = { outcomesOf };
