// An 'error' event without listener is thrown where emit was called.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
try {
  emitter.emit('error', new Error('given'));
} catch (error) {
  console.log('thrown', error.message);
}
try {
  emitter.emit('error', 'no error object');
} catch (error) {
  console.log(error.code, error.context);
}
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
process.nextTick(() => emitter.emit('error', new Error('in tick')));
