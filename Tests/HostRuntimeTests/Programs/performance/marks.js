const mark = performance.mark('start', { startTime: 5, detail: { step: 1 } });
console.log(mark, JSON.stringify(mark), mark instanceof PerformanceMark, mark instanceof PerformanceEntry);
performance.mark('other', { startTime: 2 });
performance.mark('start', { startTime: 9 });
console.log(performance.getEntriesByName('start').map((entry) => entry.startTime));
console.log(performance.getEntries().map((entry) => `${entry.name}@${entry.startTime}`));
performance.clearMarks('start');
console.log(performance.getEntriesByType('mark').length, performance.getEntriesByType('nothing'));
for (const attempt of [() => performance.mark(), () => performance.mark('x', { startTime: -1 }),
  () => performance.mark('x', { startTime: 'a' }), () => new PerformanceEntry()]) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
