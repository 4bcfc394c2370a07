// When the last immediate throws, its ticks and microtasks wait for the next chance.
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  queueMicrotask(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
  setImmediate(() => console.log('next immediate'));
  throw new Error('immediate');
});
