// The same among immediates.
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  process.nextTick(() => console.log('tick of first'));
  queueMicrotask(() => console.log('micro of first'));
  throw new Error('first');
});
setImmediate(() => { console.log('second'); queueMicrotask(() => console.log('micro of second')); });
setImmediate(() => console.log('third'));
