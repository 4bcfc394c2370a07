// The same function may be added twice; removing it takes the one added last.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
const f = () => console.log('f');
emitter.on('x', f).on('x', () => console.log('g')).on('x', f);
emitter.off('x', f);
emitter.emit('x');
console.log(emitter.listenerCount('x'), emitter.eventNames());
