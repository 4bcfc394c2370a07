// The same inside an immediate, with a timer far enough away.
setImmediate(() => {
  setTimeout(() => console.log('timer'), 120);
  setImmediate(() => console.log('immediate'));
  queueMicrotask(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
  console.log('outer immediate');
});
