// A tick that was queued by a microtask throws: the remaining ticks run, then the microtasks they queued.
process.on('uncaughtException', (error) => console.log('caught', error.message));
queueMicrotask(() => {
  process.nextTick(() => { queueMicrotask(() => console.log('micro of tick')); throw new Error('tick'); });
  process.nextTick(() => console.log('next tick'));
  console.log('microtask');
});
queueMicrotask(() => console.log('second microtask'));
