// The listener itself may add the handler: then rejectionHandled follows.
process.on('unhandledRejection', (error, promise) => {
  console.log('unhandled', error.message);
  promise.catch(() => console.log('handled by the listener'));
});
process.on('rejectionHandled', () => console.log('rejectionHandled'));
Promise.reject(new Error('x'));
setImmediate(() => console.log('immediate'));
