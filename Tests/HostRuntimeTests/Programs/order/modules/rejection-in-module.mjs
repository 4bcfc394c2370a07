// An unhandled rejection in a module: the listener comes after microtasks and ticks.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
Promise.reject(new Error('x'));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
setImmediate(() => console.log('immediate'));
