const { monitorEventLoopDelay } = require('perf_hooks');
const histogram = monitorEventLoopDelay({ resolution: 5 });
console.log(histogram.count, histogram.min, histogram.max, histogram.mean, histogram.percentile(50));
console.log(histogram.enable(), histogram.enable());
setTimeout(() => {
  console.log(histogram.disable(), histogram.disable(), histogram.count > 0, histogram.min > 0);
  console.log(histogram.max >= histogram.min, histogram.percentile(100) === histogram.max);
  histogram.reset();
  console.log(histogram.count, histogram.constructor.name);
}, 60);
try {
  monitorEventLoopDelay({ resolution: 0 });
} catch (error) {
  console.log(String(error));
}
