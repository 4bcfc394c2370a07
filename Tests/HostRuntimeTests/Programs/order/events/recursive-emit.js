// An emit inside a listener finishes before the outer one goes on.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('x', (depth) => { console.log('a', depth); if (depth < 2) emitter.emit('x', depth + 1); });
emitter.on('x', (depth) => console.log('b', depth));
emitter.emit('x', 0);
