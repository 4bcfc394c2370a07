// A throwing microtask goes to the listener as well; the next microtask follows.
process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
queueMicrotask(() => { console.log('micro 1'); throw new Error('micro'); });
queueMicrotask(() => console.log('micro 2'));
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
