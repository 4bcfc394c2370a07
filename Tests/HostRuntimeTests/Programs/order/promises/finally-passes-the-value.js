// finally sees no value and changes none, unless it throws.
Promise.resolve('value')
  .finally((...args) => { console.log(args.length); return 'ignored'; })
  .then(console.log);
Promise.reject(new Error('reason')).finally(() => 'ignored').catch((error) => console.log(error.message));
Promise.resolve('value')
  .finally(() => { throw new Error('replaces it'); })
  .catch((error) => console.log(error.message));
