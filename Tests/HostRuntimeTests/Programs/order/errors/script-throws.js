// A throwing script with a listener: what it queued before still runs.
process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
setTimeout(() => console.log('timer'), 120);
setImmediate(() => console.log('immediate'));
throw new Error('script');
