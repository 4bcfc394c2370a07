// Handlers of one promise run in the order in which they were attached, whoever attached them.
let resolve;
const promise = new Promise((r) => { resolve = r; });
promise.then(() => console.log('first'));
(async () => { await promise; console.log('awaiting function'); })();
promise.finally(() => console.log('finally'));
promise.then(() => console.log('last'));
resolve();
