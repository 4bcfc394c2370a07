// HTML 8.1.6 "HostPromiseRejectionTracker", step 7.1: a promise that is handled before the checkpoint ends is taken
// off the list, and nothing is fired.
addEventListener('unhandledrejection', () => console.log('never'));
const promise = Promise.reject(new Error('handled in time'));
queueMicrotask(() => queueMicrotask(() => promise.catch((error) => console.log('caught:', error.message))));
