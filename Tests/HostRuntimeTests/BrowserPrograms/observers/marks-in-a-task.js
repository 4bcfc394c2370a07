// "Performance Timeline", section 5.3 "queue the PerformanceObserver task": observers hear of entries in a task of
// the performance timeline task source, after the microtasks (HTML 8.1.7.3, step 2.8), all of them at once.
new PerformanceObserver((list) => {
  console.log('observer', list.getEntries().map((entry) => entry.name));
}).observe({ entryTypes: ['mark'] });
performance.mark('a');
queueMicrotask(() => {
  console.log('microtask');
  performance.mark('b');
});
