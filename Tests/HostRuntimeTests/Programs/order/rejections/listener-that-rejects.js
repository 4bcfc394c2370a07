// A rejection made by the listener is reported too, in a further round.
process.on('unhandledRejection', (error) => {
  console.log('unhandled', error.message);
  if (error.message === 'first') Promise.reject(new Error('second'));
});
Promise.reject(new Error('first'));
queueMicrotask(() => console.log('microtask'));
