// Without an unhandledRejection listener the rejection becomes an uncaught exception.
process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
Promise.reject(new Error('rejected'));
setImmediate(() => console.log('immediate goes on'));
