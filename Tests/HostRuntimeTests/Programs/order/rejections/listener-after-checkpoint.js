// The listener is called once ticks and microtasks are done.
process.on('unhandledRejection', (error, promise) => {
  console.log('unhandled', error.message, promise instanceof Promise);
});
Promise.reject(new Error('x'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise 1')).then(() => console.log('promise 2'))
  .then(() => console.log('promise 3'));
setImmediate(() => console.log('immediate'));
