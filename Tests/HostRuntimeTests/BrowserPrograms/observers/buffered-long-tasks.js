// "Performance Timeline", section 4.1 "observe()", the buffered flag: an observer that begins late gets what was
// kept. The script itself is a task as well (HTML 8.1.7.3, step 2.6).
// clock: virtual
looplab.busy(70);
setTimeout(() => {
  new PerformanceObserver((list, observer) => {
    console.log(list.getEntries().map((entry) => [entry.duration, entry.attribution[0].containerType]));
    observer.disconnect();
  }).observe({ type: 'longtask', buffered: true });
}, 500);
