// All microtasks, new ones too, run before the loop begins.
setTimeout(() => console.log('timer'), 120);
setImmediate(() => console.log('immediate'));
let depth = 0;
(function next() {
  queueMicrotask(() => {
    console.log('depth', ++depth);
    if (depth < 4) next();
  });
})();
