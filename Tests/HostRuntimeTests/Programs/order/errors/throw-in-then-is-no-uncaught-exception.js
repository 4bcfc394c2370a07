// What a promise callback throws rejects a promise; only what nobody handles reaches the process.
process.on('uncaughtException', (error, origin) => console.log('process', error.message, origin));
Promise.resolve().then(() => { throw new Error('handled'); }).catch((error) => console.log('catch', error.message));
Promise.resolve().then(() => { throw new Error('unhandled'); });
queueMicrotask(() => { throw new Error('microtask'); });
console.log('script');
