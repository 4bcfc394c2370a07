// Every derived promise needs a handler; a catch on one branch does not help the other.
process.on('unhandledRejection', (error, promise) => console.log('unhandled', error.message, promise === branch));
const source = Promise.reject(new Error('source'));
source.catch(() => console.log('handled branch'));
const branch = source.then(() => {});
