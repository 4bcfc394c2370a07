const util = require('node:util');

const order = [];
util.promisify((callback) => callback(null))().then(() => order.push('promisified'));
util.callbackify(async () => 'value')(() => order.push('callbackified'));
process.nextTick(() => order.push('tick'));
let chain = Promise.resolve();
for (let i = 1; i <= 3; i++) chain = chain.then(() => order.push(i));
setImmediate(() => console.log(order.join(' ')));
