// Resolving with a rejected promise rejects, and handles the inner rejection.
const inner = Promise.reject(new Error('inner'));
const outer = new Promise((resolve) => resolve(inner));
outer.catch((error) => console.log('outer', error.message));
process.on('unhandledRejection', () => console.log('never printed'));
setTimeout(() => console.log('done'), 20);
