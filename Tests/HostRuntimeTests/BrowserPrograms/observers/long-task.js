// HTML 8.1.7.3 "Processing model", steps 3 and 4, and "Long Tasks", section 2: a task of more than 50 ms, microtasks
// included, is reported to observers in a later task.
// clock: virtual
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) console.log(entry.name, entry.entryType, entry.startTime, entry.duration);
}).observe({ entryTypes: ['longtask'] });
setTimeout(() => looplab.busy(49), 100);
setTimeout(() => {
  looplab.busy(30);
  queueMicrotask(() => looplab.busy(30));
}, 200);
setTimeout(() => looplab.busy(80), 300);
