// With all, later rejections of the same list are handled silently.
process.on('unhandledRejection', () => console.log('never printed'));
Promise.all([Promise.reject(new Error('one')), Promise.reject(new Error('two'))])
  .catch((error) => console.log(error.message));
setImmediate(() => console.log('no complaint'));
