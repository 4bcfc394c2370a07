// Web IDL 3.12 "invoke a callback function", step "Return": cleaning up after a callback, and so the microtask
// checkpoint (HTML 8.1.4.4), comes before its exception is reported.
addEventListener('error', (event) => {
  console.log('error event');
  event.preventDefault();
});
setTimeout(() => {
  queueMicrotask(() => console.log('microtask'));
  throw new Error('late');
});
