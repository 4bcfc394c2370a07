// Ticks and microtasks that queue each other alternate, whole queue by whole queue.
process.nextTick(() => {
  console.log('tick 1');
  queueMicrotask(() => {
    console.log('micro 1');
    process.nextTick(() => {
      console.log('tick 2');
      queueMicrotask(() => console.log('micro 2'));
      process.nextTick(() => console.log('tick 3'));
    });
  });
});
setImmediate(() => console.log('immediate'));
