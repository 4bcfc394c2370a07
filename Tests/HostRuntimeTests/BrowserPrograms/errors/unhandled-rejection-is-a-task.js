// HTML 8.1.7.3 "perform a microtask checkpoint", step 4, and 8.1.4.7 "notify about rejected promises", step 4: the
// event comes in a task of the DOM manipulation source that the end of the checkpoint queues; here before the timer,
// which is younger by the time it waits.
addEventListener('unhandledrejection', (event) => {
  console.log('unhandledrejection', event.reason.message, event.promise === promise);
  event.preventDefault();
});
setTimeout(() => console.log('timer'), 60);
const promise = Promise.reject(new Error('no'));
queueMicrotask(() => console.log('microtask'));
console.log('script');
