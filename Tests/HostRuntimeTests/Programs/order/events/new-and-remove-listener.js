// newListener comes before the listener is added, removeListener after it was removed.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('newListener', (name) => console.log('adding', name, emitter.listenerCount(name)));
emitter.on('removeListener', (name) => console.log('removed', name, emitter.listenerCount(name)));
const f = () => {};
emitter.on('x', f);
emitter.once('x', () => console.log('called'));
emitter.emit('x');
emitter.removeListener('x', f);
