// SPDX-License-Identifier: MIT
'use strict';

// A high dynamic range histogram: buckets that double in size, each split evenly so that every value is kept to the
// given number of significant figures. Bit arithmetic is done by multiplication, as values go past 32 bits.

/** Counts by value, and the statistics over them. */
class Buckets {
  constructor(lowest, highest, figures) {
    this.highest = highest;
    this.unit = 2 ** Math.floor(Math.log2(lowest));
    this.subBucketCount = 2 ** Math.ceil(Math.log2(2 * 10 ** figures));
    this.clear();
  }

  clear() {
    // A map, since most of the tens of thousands of places stay empty; keyed by the lowest value of the place.
    this.counts = new Map();
    this.total = 0;
    this.exceeds = 0;
    this.lost = 0;
    this.least = Infinity;
    this.greatest = 0;
  }

  rangeSize(value) {
    let size = this.unit;
    while (value >= size * this.subBucketCount) size *= 2;
    return size;
  }

  lowestEquivalent(value) {
    return value - (value % this.rangeSize(value));
  }

  highestEquivalent(value) {
    return this.lowestEquivalent(value) + this.rangeSize(value) - 1;
  }

  medianEquivalent(value) {
    return this.lowestEquivalent(value) + Math.floor(this.rangeSize(value) / 2);
  }

  record(value, count = 1) {
    if (value > this.highest) return false;
    const place = this.lowestEquivalent(value);
    this.counts.set(place, (this.counts.get(place) ?? 0) + count);
    this.total += count;
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
    return true;
  }

  add(other) {
    for (const [place, count] of other.counts) {
      // Node counts values of the other histogram even when they do not fit into this one.
      if (!this.record(place, count)) this.lost += count;
    }
    this.lost += other.lost;
    this.exceeds += other.exceeds;
  }

  get minimum() {
    return this.least === Infinity ? Infinity : this.lowestEquivalent(this.least);
  }

  get maximum() {
    return this.greatest === 0 ? 0 : this.highestEquivalent(this.greatest);
  }

  get mean() {
    let sum = 0;
    for (const [place, count] of this.counts) sum += this.medianEquivalent(place) * count;
    return sum / this.total;
  }

  get standardDeviation() {
    const { mean } = this;
    let sum = 0;
    for (const [place, count] of this.#sorted()) sum += (this.medianEquivalent(place) - mean) ** 2 * count;
    return Math.sqrt(sum / this.total);
  }

  #sorted() {
    return Array.from(this.counts).sort((a, b) => a[0] - b[0]);
  }

  percentile(percentile) {
    const wanted = Math.max(1, Math.floor((percentile / 100) * this.total + 0.5));
    let seen = 0;
    for (const [place, count] of this.#sorted()) {
      seen += count;
      if (seen >= wanted) return this.highestEquivalent(place);
    }
    return this.highestEquivalent(0);
  }

  /** Pairs of percentile and value: 0, 50, 75 and so on by halves of what is left, until the values end at 100. */
  percentiles() {
    const pairs = [];
    let next = 0;
    let seen = 0;
    let value = 0;
    for (const [place, count] of this.#sorted()) {
      seen += count;
      value = place;
      // The last place ends the steps at the first that falls into it.
      while (next <= (100 * seen) / this.total) {
        pairs.push([next, value]);
        next += 100 / 2 ** (Math.floor(Math.log2(100 / (100 - next))) + 1);
        if (seen === this.total) break;
      }
    }
    pairs.push([100, value]);
    return pairs;
  }
}

module.exports = { Buckets };
