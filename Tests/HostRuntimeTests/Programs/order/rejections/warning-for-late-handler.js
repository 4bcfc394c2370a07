// With a listener there is no warning for unhandled rejections; only a late handler is told.
process.on('warning', (warning) => console.log('warning', warning.name));
process.on('unhandledRejection', () => console.log('unhandled'));
const promise = Promise.reject(new Error('x'));
setTimeout(() => promise.catch(() => console.log('late')), 30);
