const { EventEmitter } = require('node:events');

process.on('unhandledRejection', (reason) => console.log('unhandled:', reason.message));
const emitter = new EventEmitter();
emitter.on('x', async () => {
  throw new Error('lost');
});
emitter.on('error', () => console.log('not called'));
emitter.emit('x');
console.log('emitted');
