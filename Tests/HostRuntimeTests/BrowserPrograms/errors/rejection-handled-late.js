// HTML 8.1.6 "HostPromiseRejectionTracker", steps 7.2 to 7.4: a promise that was told of and gets a handler
// afterwards brings a rejectionhandled event, in a task.
addEventListener('unhandledrejection', (event) => {
  console.log('unhandled:', event.reason);
  event.preventDefault();
});
addEventListener('rejectionhandled', (event) => console.log('handled late:', event.reason, event.promise === promise));
const promise = Promise.reject('x');
setTimeout(() => {
  promise.catch(() => console.log('catch'));
  console.log('timer');
}, 5);
