// When a timer throws and a listener survives it, the next due timer runs before the ticks and microtasks of the first.
process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => {
  process.nextTick(() => console.log('tick of first'));
  queueMicrotask(() => console.log('micro of first'));
  throw new Error('first');
}, 5);
setTimeout(() => { console.log('second'); process.nextTick(() => console.log('tick of second')); }, 5);
setTimeout(() => console.log('third'), 8);
const end = performance.now() + 20;
while (performance.now() < end);
