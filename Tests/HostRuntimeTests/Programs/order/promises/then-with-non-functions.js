// Arguments of then that are no functions are passed through.
Promise.resolve(1).then(2).then(null, undefined).then(Promise.resolve(3)).then(console.log);
Promise.reject(new Error('kept')).then(() => console.log('not called')).catch('text')
  .catch((error) => console.log(error.message));
