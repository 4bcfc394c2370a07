// An async listener cannot throw into emit; its rejection is unhandled.
const { EventEmitter } = require('node:events');
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
const emitter = new EventEmitter();
emitter.on('x', async () => { throw new Error('async listener'); });
try {
  console.log('emit', emitter.emit('x'));
} catch {
  console.log('never');
}
