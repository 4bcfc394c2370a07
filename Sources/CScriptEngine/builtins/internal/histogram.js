// SPDX-License-Identifier: MIT
'use strict';

const { Buckets } = require('internal/histogram_buckets');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const allowed = Symbol('allowed');
const emptyMinimum = 2n ** 63n - 1n;

// Named as in Node, because inspecting the percentiles shows the name.
class SafeMap extends Map {}

function codes() {
  return require('internal/errors').codes;
}

function validators() {
  return require('internal/validators');
}

let bucketsOf;
let isRecordable;

/** Statistics over recorded values, which are kept to a number of significant figures. */
class Histogram {
  #buckets;

  static {
    bucketsOf = (histogram, className) => {
      if (typeof histogram !== 'object' || histogram === null || !(#buckets in histogram)) {
        throw new (codes().ERR_INVALID_THIS)(className);
      }
      return histogram.#buckets;
    };
  }

  constructor(key = undefined, buckets = undefined) {
    if (key !== allowed) throw new (codes().ERR_ILLEGAL_CONSTRUCTOR)();
    this.#buckets = buckets;
  }

  get count() {
    const buckets = bucketsOf(this, 'Histogram');
    return buckets.total + buckets.lost;
  }

  get countBigInt() {
    return BigInt(this.count);
  }

  get min() {
    return Number(this.minBigInt);
  }

  get minBigInt() {
    const { minimum } = bucketsOf(this, 'Histogram');
    return minimum === Infinity ? emptyMinimum : BigInt(minimum);
  }

  get max() {
    return bucketsOf(this, 'Histogram').maximum;
  }

  get maxBigInt() {
    return BigInt(this.max);
  }

  get mean() {
    return bucketsOf(this, 'Histogram').mean;
  }

  get exceeds() {
    return bucketsOf(this, 'Histogram').exceeds;
  }

  get exceedsBigInt() {
    return BigInt(this.exceeds);
  }

  get stddev() {
    return bucketsOf(this, 'Histogram').standardDeviation;
  }

  percentile(percentile) {
    const buckets = bucketsOf(this, 'Histogram');
    validators().validateNumber(percentile, 'percentile');
    if (!(percentile > 0 && percentile <= 100)) {
      throw new (codes().ERR_OUT_OF_RANGE)('percentile', '> 0 && <= 100', percentile);
    }
    return buckets.percentile(percentile);
  }

  percentileBigInt(percentile) {
    return BigInt(this.percentile(percentile));
  }

  get percentiles() {
    return new SafeMap(bucketsOf(this, 'Histogram').percentiles());
  }

  get percentilesBigInt() {
    return new SafeMap(bucketsOf(this, 'Histogram').percentiles().map(([key, value]) => [key, BigInt(value)]));
  }

  reset() {
    bucketsOf(this, 'Histogram').clear();
  }

  toJSON() {
    return {
      count: this.count,
      min: this.min,
      max: this.max,
      mean: this.mean,
      exceeds: this.exceeds,
      stddev: this.stddev,
      percentiles: Object.fromEntries(this.percentiles),
    };
  }

  [inspectSymbol](depth, options, inspect) {
    if (depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
    return `Histogram ${inspect({ min, max, mean, exceeds, stddev, count, percentiles }, inner)}`;
  }
}

function recordOrExceed(buckets, value) {
  if (!buckets.record(value)) buckets.exceeds++;
}

/** A histogram that one's own values can be recorded in. */
class RecordableHistogram extends Histogram {
  #previous = 0n;

  static {
    isRecordable = (value) => typeof value === 'object' && value !== null && #previous in value;
  }

  record(val) {
    const buckets = bucketsOf(this, 'RecordableHistogram');
    if (typeof val !== 'bigint') {
      validators().validateInteger(val, 'val', 1);
    } else if (val < 1n || val >= 2n ** 63n) {
      const error = new RangeError('value is out of range');
      error.code = 'ERR_OUT_OF_RANGE';
      throw error;
    }
    recordOrExceed(buckets, Number(val));
  }

  recordDelta() {
    const buckets = bucketsOf(this, 'RecordableHistogram');
    const now = binding.hrtime();
    if (this.#previous > 0n) recordOrExceed(buckets, Number(now - this.#previous));
    this.#previous = now;
  }

  add(other) {
    const buckets = bucketsOf(this, 'RecordableHistogram');
    if (!isRecordable(other)) throw new (codes().ERR_INVALID_ARG_TYPE)('other', 'RecordableHistogram', other);
    buckets.add(bucketsOf(other, 'RecordableHistogram'));
  }
}

/** A histogram of the nanoseconds between the rounds of the event loop, sampled by a timer. */
class ELDHistogram extends Histogram {
  #resolution;
  #id;

  constructor(key = undefined, buckets = undefined, resolution = undefined) {
    super(key, buckets);
    this.#resolution = resolution;
  }

  enable() {
    const buckets = bucketsOf(this, 'ELDHistogram');
    if (this.#id !== undefined) return false;
    this.#id = binding.startLoopDelay(this.#resolution, (delay) => recordOrExceed(buckets, Math.max(1, Number(delay))));
    return true;
  }

  disable() {
    bucketsOf(this, 'ELDHistogram');
    if (this.#id === undefined) return false;
    binding.stopLoopDelay(this.#id);
    this.#id = undefined;
    return true;
  }
}

/** Makes a histogram for one's own values. */
function createHistogram(options = {}) {
  const { validateInteger, validateObject } = validators();
  validateObject(options, 'options');
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  if (typeof lowest !== 'bigint') validateInteger(lowest, 'options.lowest', 1, Number.MAX_SAFE_INTEGER);
  if (typeof highest !== 'bigint') {
    validateInteger(highest, 'options.highest', 2 * Number(lowest), Number.MAX_SAFE_INTEGER);
  } else if (highest < 2n * BigInt(lowest)) {
    throw new (codes().ERR_INVALID_ARG_VALUE)('options.highest', highest);
  }
  validateInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram(allowed, new Buckets(Number(lowest), Number(highest), figures));
}

/** Makes a histogram of the event loop's delay, sampled every `options.resolution` milliseconds once enabled. */
function monitorEventLoopDelay(options = {}) {
  const { validateInteger, validateObject } = validators();
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  // In steps of a microsecond, as in Node.
  return new ELDHistogram(allowed, new Buckets(1000, Number.MAX_SAFE_INTEGER, 3), resolution);
}

module.exports = { createHistogram, isRecordable, monitorEventLoopDelay };
