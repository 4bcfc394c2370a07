const assert = require('node:assert');

const order = [];
assert.rejects(Promise.reject(new Error('x'))).then(() => order.push('rejects'));
assert.doesNotReject(Promise.resolve()).then(() => order.push('doesNotReject'));
let chain = Promise.resolve();
for (let i = 1; i <= 6; i++) chain = chain.then(() => order.push(i));
chain.then(() => console.log(order.join(' ')));
