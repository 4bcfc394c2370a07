// SPDX-License-Identifier: MIT
'use strict';

// What a load's times come to. Milliseconds are rounded to nanoseconds, which is what the clocks count.

const { ceil, max, round } = Math;

function exact(ms) {
  // No minus before a zero.
  return round(ms * 1e6) / 1e6 + 0;
}

/**
 * The percentile of sorted values by nearest rank: the smallest value that at least `percent` in a hundred do not
 * exceed. It always is a value that occurred.
 */
function percentile(sorted, percent) {
  if (sorted.length === 0) return NaN;
  return sorted[max(0, ceil(percent / 100 * sorted.length) - 1)];
}

/** Least, mean, percentiles and greatest of some times. */
function summarize(values) {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  for (let index = 0; index < sorted.length; index++) sum += sorted[index];
  const at = (percent) => exact(percentile(sorted, percent));
  return {
    min: exact(sorted.length === 0 ? NaN : sorted[0]),
    mean: exact(sum / sorted.length),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    max: at(100),
  };
}

/**
 * How many were in flight from `start` to `end`, on average over the time and at most, by the sorted times at which
 * they came and went. Who goes at the instant at which another comes makes room for it.
 */
function inFlight(came, went, start, end) {
  let now = start;
  let count = 0;
  let area = 0;
  let most = 0;
  for (let left = 0, arrived = 0; arrived < came.length || left < went.length;) {
    const leaves = left < went.length && (arrived === came.length || went[left] <= came[arrived]);
    const time = leaves ? went[left++] : came[arrived++];
    if (time > now) {
      area += count * (Math.min(time, end) - now);
      now = Math.min(time, end);
    }
    if (time > end) break;
    count += leaves ? -1 : 1;
    if (time >= start && count > most) most = count;
  }
  return { mean: end > start ? exact(area / (end - start)) : 0, max: most };
}

module.exports = { exact, inFlight, percentile, summarize };
