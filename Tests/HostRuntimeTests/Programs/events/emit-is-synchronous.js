// emit() calls every listener before it returns; promises and ticks queued by listeners wait.
const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
emitter.on('job', (name) => {
  console.log('first listener', name);
  process.nextTick(() => console.log('tick from listener'));
  Promise.resolve().then(() => console.log('microtask from listener'));
});
emitter.on('job', () => console.log('second listener'));

console.log('before emit');
console.log('had listeners:', emitter.emit('job', 'build'));
console.log('after emit');
console.log('nobody listens:', emitter.emit('other'));
