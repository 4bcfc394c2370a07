performance.mark('early', { startTime: 3 });
performance.mark('earlier', { startTime: 1 });
const observer = new PerformanceObserver(function(list) {
  console.log(this === observer, list.getEntries().map((entry) => entry.name), list.getEntriesByName('early').length);
  console.log(list);
});
observer.observe({ type: 'mark', buffered: true });
performance.mark('late', { startTime: 2 });
console.log(observer.takeRecords().map((entry) => entry.name));
performance.mark('last', { startTime: 9, detail: { a: { b: 1 } } });
try {
  observer.observe({ entryTypes: ['mark'] });
} catch (error) {
  console.log(error.name, error.message);
}
console.log(observer);
for (const options of [{}, { entryTypes: 5 }, { type: 'mark', entryTypes: ['mark'] }]) {
  try {
    new PerformanceObserver(() => {}).observe(options);
  } catch (error) {
    console.log(String(error));
  }
}
