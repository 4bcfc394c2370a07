// In a module too, once the first microtasks are done everything is as usual.
process.nextTick(() => {
  console.log('tick 1');
  queueMicrotask(() => console.log('micro of tick'));
  process.nextTick(() => console.log('tick 2'));
});
queueMicrotask(() => {
  console.log('micro 1');
  process.nextTick(() => console.log('tick of micro'));
  queueMicrotask(() => console.log('micro 2'));
});
setImmediate(() => {
  queueMicrotask(() => console.log('later: microtask'));
  process.nextTick(() => console.log('later: tick'));
});
