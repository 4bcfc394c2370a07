// once listeners leave before they are called; prepended ones come first.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('x', () => console.log('on'));
emitter.once('x', () => { console.log('once, left:', emitter.listenerCount('x')); emitter.emit('x'); });
emitter.prependListener('x', () => console.log('prepended'));
emitter.prependOnceListener('x', () => console.log('prepended once'));
emitter.emit('x');
