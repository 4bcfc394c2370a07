// rejectionHandled is emitted with the checkpoint after the task that added the handler.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
process.on('rejectionHandled', () => console.log('rejectionHandled'));
const promise = Promise.reject(new Error('x'));
setImmediate(() => {
  promise.catch(() => console.log('catch runs'));
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
  console.log('handler added');
});
setImmediate(() => console.log('next immediate'));
