// Once microtasks run, a tick waits until none of them is left.
queueMicrotask(() => {
  console.log('micro 1');
  process.nextTick(() => console.log('tick from micro 1'));
  queueMicrotask(() => console.log('micro 3'));
});
queueMicrotask(() => console.log('micro 2'));
