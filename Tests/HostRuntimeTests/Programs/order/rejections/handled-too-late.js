// A handler added in a later task comes too late: unhandledRejection first, rejectionHandled then.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
process.on('rejectionHandled', (promise) => console.log('handled late', promise === late));
const late = Promise.reject(new Error('late'));
setTimeout(() => late.catch((error) => console.log('catch', error.message)), 40);
