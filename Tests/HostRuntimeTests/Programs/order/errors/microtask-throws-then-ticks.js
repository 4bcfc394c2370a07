// After a throwing microtask with a listener, ticks queued so far and microtasks: who is first?
process.on('uncaughtException', (error) => console.log('caught', error.message));
queueMicrotask(() => {
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('later microtask'));
  throw new Error('micro');
});
queueMicrotask(() => console.log('next microtask'));
