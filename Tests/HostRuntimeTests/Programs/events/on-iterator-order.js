const { EventEmitter, on } = require('node:events');

const emitter = new EventEmitter();
const order = [];
(async () => {
  let count = 0;
  for await (const [value] of on(emitter, 'tick')) {
    order.push(value);
    if (++count === 3) break;
  }
  order.push('left');
})();
emitter.emit('tick', 'a');
emitter.emit('tick', 'b');
let chain = Promise.resolve();
for (let i = 1; i <= 10; i++) {
  chain = chain.then(() => {
    order.push(i);
    if (i === 4) emitter.emit('tick', 'c');
  });
}
chain.then(() => console.log(order.join(' ')));
