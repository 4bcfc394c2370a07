// A rejected async listener becomes an 'error' event, one tick after the rejection is seen.
const { EventEmitter } = require('node:events');

const emitter = new EventEmitter({ captureRejections: true });
emitter.on('x', async (value) => {
  throw new Error(`failed on ${value}`);
});
emitter.on('error', (error) => console.log('error event:', error.message));
emitter.emit('x', 1);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask 1')).then(() => console.log('microtask 2'));
