const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
emitter.on('x', () => console.log('on'));
emitter.once('x', () => console.log('once'));
emitter.prependListener('x', () => console.log('prepended'));
emitter.prependOnceListener('x', () => console.log('prepended once'));

emitter.emit('x');
console.log('--');
emitter.emit('x');
console.log(emitter.listenerCount('x'));
