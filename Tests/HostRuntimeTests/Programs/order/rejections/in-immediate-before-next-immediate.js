// The same between immediates: a handler added in the next immediate is late.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
process.on('rejectionHandled', () => console.log('rejectionHandled'));
let promise;
setImmediate(() => { promise = Promise.reject(new Error('x')); });
setImmediate(() => { promise.catch(() => console.log('late catch')); console.log('second immediate'); });
