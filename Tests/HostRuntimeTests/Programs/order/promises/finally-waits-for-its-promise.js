// A promise returned by finally delays the chain; a rejected one replaces the outcome.
const later = (value) => new Promise((resolve) => setTimeout(resolve, 120, value));
Promise.resolve('kept').finally(() => later('dropped')).then((value) => console.log('value', value));
Promise.resolve('lost').finally(() => Promise.reject(new Error('cleanup failed')))
  .catch((error) => console.log(error.message));
setImmediate(() => console.log('immediate'));
