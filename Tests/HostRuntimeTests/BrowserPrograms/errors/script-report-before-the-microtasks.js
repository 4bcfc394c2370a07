// HTML 8.1.4.4 "run a classic script", step 8.3: a script's exception is reported before cleaning up after the
// script, and so before its microtasks.
addEventListener('error', (event) => {
  console.log('error event');
  event.preventDefault();
});
queueMicrotask(() => console.log('microtask'));
throw new Error('early');
