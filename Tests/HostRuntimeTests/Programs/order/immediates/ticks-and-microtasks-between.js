// After each immediate ticks come first, then microtasks.
for (const name of ['a', 'b']) {
  setImmediate(() => {
    queueMicrotask(() => console.log('micro', name));
    process.nextTick(() => console.log('tick', name));
    console.log('immediate', name);
  });
}
