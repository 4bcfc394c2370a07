// An 'error' event that nobody hears is an exception; here nobody catches it either.
const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never printed'), 1);
process.nextTick(() => {
  console.log('about to emit');
  emitter.emit('error', new Error('nobody listens'));
});
