performance.mark('a', { startTime: 10 });
performance.mark('b', { startTime: 25 });
console.log(performance.measure('by marks', 'a', 'b'));
console.log(performance.measure('by times', { start: 1, end: 4, detail: ['d'] }));
console.log(performance.measure('by duration', { start: 'a', duration: 3 }).duration);
console.log(performance.measure('backwards', { end: 'b', duration: 5 }).startTime);
console.log(performance.measure('negative', 'b', 'a').duration);
console.log(performance.getEntriesByType('measure').map((entry) => entry.name));
for (const args of [['x', 'missing'], ['x', { start: 1, end: 2, duration: 3 }], ['x', { start: 1 }, 'a'], [5]]) {
  try {
    performance.measure(...args);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
