// An exception in the listener is an uncaught exception like any other; the rejections after it go unreported.
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
process.on('unhandledRejection', (error) => {
  console.log('unhandled', error.message);
  throw new Error('from listener');
});
Promise.reject(new Error('one'));
Promise.reject(new Error('two'));
setImmediate(() => console.log('immediate'));
