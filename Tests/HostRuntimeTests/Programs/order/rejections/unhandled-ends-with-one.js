// An unhandled rejection ends the process with code 1, after the microtasks but before any timer.
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 40);
setImmediate(() => console.log('never'));
Promise.reject(new Error('nobody'));
queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
console.log('script');
