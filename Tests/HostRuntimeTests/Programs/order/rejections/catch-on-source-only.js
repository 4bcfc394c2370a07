// then without catch makes a new rejected promise, even if the source has a catch elsewhere.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
const source = Promise.reject(new Error('x'));
source.finally(() => console.log('finally branch'));
source.catch((error) => console.log('caught', error.message));
