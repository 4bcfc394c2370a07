// When the only timer throws, its ticks and microtasks still run before the next phase.
process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => {
  setImmediate(() => console.log('immediate'));
  queueMicrotask(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
  throw new Error('timer');
}, 20);
