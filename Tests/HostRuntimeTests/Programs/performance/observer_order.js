// Entries reach an observer in the check phase, in one batch.
const observer = new PerformanceObserver((list, self) => {
  console.log('observer', list.getEntries().map((entry) => entry.name), self === observer);
});
observer.observe({ entryTypes: ['mark', 'measure'] });
setImmediate(() => console.log('immediate before'));
performance.mark('one', { startTime: 1 });
performance.measure('two', { start: 2, end: 3 });
setImmediate(() => {
  console.log('immediate after');
  performance.mark('three', { startTime: 4 });
  setImmediate(() => {
    console.log('next immediate');
    observer.disconnect();
  });
});
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
console.log('sync');
