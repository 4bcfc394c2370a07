// The same synchronous emit, from each queue.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('from', (queue) => {
  console.log('listener', queue);
  queueMicrotask(() => console.log('micro after', queue));
});
const emit = (queue) => () => { emitter.emit('from', queue); console.log('emitted', queue); };
setTimeout(emit('timer'), 120);
setImmediate(emit('immediate'));
Promise.resolve().then(emit('promise'));
process.nextTick(emit('tick'));
emit('script')();
