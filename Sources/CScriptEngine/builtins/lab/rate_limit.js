// SPDX-License-Identifier: MIT
'use strict';

const { loopTime } = require('lab/time');
const { readOptions, validateInteger, validatePeriod } = require('lab/options');

/** Admits so many requests within any window of so many milliseconds; a refused one does not count. */
class RateLimit {
  // When the last requests were admitted, a ring as long as their number.
  #times;
  #next = 0;

  constructor(requests, per) {
    this.requests = requests;
    this.per = per;
    this.#times = new Array(requests).fill(-Infinity);
  }

  /** Admits a request now and returns 0, or returns how many milliseconds too early it is. */
  admit() {
    const now = loopTime();
    const wait = this.#times[this.#next] + this.per - now;
    if (wait > 0) return wait;
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.requests;
    return 0;
  }
}

/** Reads the option `rateLimit`. */
function rateLimitOf(value, name = 'options.rateLimit') {
  if (value === undefined) return undefined;
  const { requests, per } = readOptions(value, 'a rate limit', ['requests', 'per'], name);
  validateInteger(requests, `${name}.requests`, 1, 1_000_000);
  validatePeriod(per, `${name}.per`);
  return new RateLimit(requests, per);
}

module.exports = { rateLimitOf };
