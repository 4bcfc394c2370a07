const { performance, PerformanceObserver, createHistogram } = require('perf_hooks');
const add = performance.timerify(function add(a, b) { return a + b; });
console.log(add, add.name, add.length, add(1, 2));
const histogram = createHistogram();
const wait = performance.timerify(async (value) => value, { histogram });
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) console.log(entry.entryType, JSON.stringify(entry.name), entry.detail);
  observer.disconnect();
});
observer.observe({ entryTypes: ['function'] });
add(3, 4);
wait('x').then((value) => console.log(value, histogram.count));
console.log(histogram.count);
class Point {
  constructor(x) { this.x = x; }
}
console.log(new (performance.timerify(Point))(7));
