// HTML 8.1.7.3 "perform a microtask checkpoint", step 3: microtasks run while the queue is not empty, those queued
// meanwhile included, before any further task.
setTimeout(() => console.log('task'));
let count = 0;
queueMicrotask(function again() {
  console.log('microtask', ++count);
  if (count < 4) queueMicrotask(again);
});
