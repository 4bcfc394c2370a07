// Inside a microtask: further microtasks before the tick.
Promise.resolve().then(() => {
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('timer'), 120);
  console.log('promise');
});
