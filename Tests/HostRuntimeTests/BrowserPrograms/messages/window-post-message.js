// HTML 9.3.3 "window post message steps", step 8: the event comes in a task of the posted message task source, after
// the script and its microtasks.
addEventListener('message', (event) => {
  console.log('message', event.data, event.source === window, event.isTrusted);
});
postMessage({ a: 1 }, '*');
postMessage('for another origin', 'https://example.com');
queueMicrotask(() => console.log('microtask'));
console.log('script');
