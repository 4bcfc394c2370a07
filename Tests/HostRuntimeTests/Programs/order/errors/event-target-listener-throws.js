// A throwing listener of an EventTarget does not stop the others; its error comes in a tick.
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const target = new EventTarget();
target.addEventListener('x', () => { throw new Error('first'); });
target.addEventListener('x', () => console.log('second'));
process.nextTick(() => console.log('earlier tick'));
console.log(target.dispatchEvent(new Event('x')));
queueMicrotask(() => console.log('microtask'));
