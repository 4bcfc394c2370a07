// HTML 8.1.7.3 "perform a microtask checkpoint", step 3: a frame is a task of its own and has to wait for the end of
// the checkpoint, however long its microtasks take.
requestAnimationFrame((time) => console.log('frame', time >= 100));
let count = 0;
queueMicrotask(function again() {
  looplab.busy(10);
  if (++count < 10) queueMicrotask(again);
  else console.log('last microtask');
});
