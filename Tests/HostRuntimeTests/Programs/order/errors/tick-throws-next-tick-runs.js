// A throwing tick does not take the others with it; they go on before the microtasks.
process.on('uncaughtException', (error) => console.log('caught', error.message));
process.nextTick(() => { console.log('tick 1'); throw new Error('one'); });
process.nextTick(() => console.log('tick 2'));
queueMicrotask(() => console.log('microtask'));
setImmediate(() => console.log('immediate'));
