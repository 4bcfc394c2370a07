// emit works on the listeners as they were when it was called.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
const second = () => console.log('second');
emitter.on('x', () => { console.log('first'); emitter.off('x', second); emitter.on('x', () => console.log('added')); });
emitter.on('x', second);
emitter.emit('x');
console.log('again');
emitter.emit('x');
