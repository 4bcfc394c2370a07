// A tick queued by a tick still runs before the first microtask.
queueMicrotask(() => console.log('microtask'));
process.nextTick(() => {
  console.log('tick 1');
  process.nextTick(() => {
    console.log('tick 2');
    process.nextTick(() => console.log('tick 3'));
  });
});
