// A promise cannot wait for itself: it is rejected with a TypeError.
let resolve;
const promise = new Promise((r) => { resolve = r; });
resolve(promise);
promise.catch((error) => console.log(error.name));
const chained = Promise.resolve().then(() => chained);
chained.catch((error) => console.log(error.name));
queueMicrotask(() => console.log('microtask'));
