// emit calls the listeners at once, in order, and tells whether there were any.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('x', (value) => console.log('first', value));
emitter.on('x', (value) => console.log('second', value));
console.log(emitter.emit('x', 1));
console.log(emitter.emit('y', 2));
