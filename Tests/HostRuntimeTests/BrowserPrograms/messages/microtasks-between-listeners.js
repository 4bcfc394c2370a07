// HTML 8.1.4.4 "clean up after running script", step 3: an event that comes as a task calls its listeners with an
// empty stack, so microtasks run between two listeners of one message.
addEventListener('message', () => {
  console.log('listener 1');
  queueMicrotask(() => console.log('microtask 1'));
});
addEventListener('message', () => {
  console.log('listener 2');
  queueMicrotask(() => console.log('microtask 2'));
});
postMessage(null);
