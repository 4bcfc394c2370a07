// emit does not wait for async listeners: everything after the first await comes later.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('x', async () => { console.log('async begins'); await null; console.log('async ends'); });
emitter.on('x', () => console.log('plain'));
emitter.emit('x');
console.log('emit returned');
