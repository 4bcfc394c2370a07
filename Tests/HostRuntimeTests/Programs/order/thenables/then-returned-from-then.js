// Returning a thenable from a handler costs two microtasks, like returning a promise.
Promise.resolve().then(() => ({ then(resolve) { resolve('thenable'); } })).then(console.log);
Promise.resolve().then(() => Promise.resolve('promise')).then(console.log);
let chain = Promise.resolve();
for (let i = 1; i <= 4; i++) chain = chain.then(() => console.log('round', i));
