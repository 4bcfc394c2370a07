// With a listener the program goes on after a failed body.
process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
setTimeout(() => console.log('timer'), 40);
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
throw new Error('module');
