// Several unhandled rejections are reported in the order of the rejections.
process.on('unhandledRejection', (error) => {
  console.log('unhandled', error.message);
  process.nextTick(() => console.log('tick for', error.message));
});
Promise.reject(new Error('one'));
(async () => { await null; throw new Error('three, after an await'); })();
Promise.resolve().then(() => { throw new Error('four, in then'); });
Promise.reject(new Error('two'));
