// HTML 8.1.7.3 "update the rendering" is a task of the rendering task source, so a frame of more than 50 ms is a long
// task (steps 3 and 4), with all its callbacks and the layout.
// clock: virtual
new PerformanceObserver((list) => console.log(list.getEntries()[0].duration)).observe({ type: 'longtask' });
requestAnimationFrame(() => looplab.busy(40));
requestAnimationFrame(() => looplab.busy(40));
