// events.once is an async function that returns a promise, so its await resumes later than one may think.
const { EventEmitter, once } = require('node:events');

const emitter = new EventEmitter();
const order = [];
once(emitter, 'go').then(() => order.push('once'));
let chain = Promise.resolve();
for (let i = 1; i <= 6; i++) chain = chain.then(() => order.push(i));
emitter.emit('go');
chain.then(() => console.log(order.join(' ')));
