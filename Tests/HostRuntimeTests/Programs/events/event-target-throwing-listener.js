// A listener that throws does not stop the others: its error is thrown on a tick.
process.on('uncaughtException', (error) => console.log('uncaught:', error.message));
const target = new EventTarget();
target.addEventListener('x', () => {
  throw new Error('sync');
});
target.addEventListener('x', async () => {
  throw new Error('async');
});
target.addEventListener('x', () => console.log('last listener'));
process.nextTick(() => console.log('tick before'));
target.dispatchEvent(new Event('x'));
process.nextTick(() => console.log('tick after'));
Promise.resolve().then(() => console.log('microtask'));
console.log('dispatched');
