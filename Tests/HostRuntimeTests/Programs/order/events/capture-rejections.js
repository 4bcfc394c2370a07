// captureRejections turns a rejected listener into an 'error' event, in a tick.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter({ captureRejections: true });
emitter.on('error', (error) => console.log('error event', error.message));
emitter.on('x', async () => { throw new Error('async'); });
emitter.emit('x');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise 1')).then(() => console.log('promise 2'));
setImmediate(() => console.log('immediate'));
