const { createHistogram } = require('perf_hooks');
const histogram = createHistogram();
console.log(histogram);
for (const value of [1, 2, 3, 1000, 1234567, 1n]) histogram.record(value);
console.log(histogram, histogram.percentile(50), histogram.percentile(99), histogram.maxBigInt);
const other = createHistogram({ lowest: 1, highest: 1000, figures: 2 });
for (const value of [999, 1000, 1001, 5000]) other.record(value);
console.log(JSON.stringify(other));
histogram.add(other);
console.log(histogram.count, histogram.percentiles);
histogram.reset();
console.log(histogram.count, histogram.max);
for (const attempt of [() => histogram.record(0), () => histogram.record('a'), () => histogram.percentile(0),
  () => createHistogram({ figures: 9 }), () => histogram.add({})]) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
