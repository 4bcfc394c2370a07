// HTML 8.1.4.7 "notify about rejected promises", step 4.1.1: a promise that an older task handles before the event's
// task runs is passed over.
addEventListener('unhandledrejection', () => console.log('never'));
addEventListener('rejectionhandled', () => console.log('never'));
let promise;
postMessage(null);
onmessage = () => promise.catch(() => console.log('caught'));
promise = Promise.reject(1);
