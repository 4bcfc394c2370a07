// A throwing listener stops the listeners after it, and emit throws.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('x', () => console.log('first'));
emitter.on('x', () => { throw new Error('second'); });
emitter.on('x', () => console.log('never'));
try {
  emitter.emit('x');
} catch (error) {
  console.log('emit threw', error.message);
}
