// events.once resolves in a microtask after the emit: events emitted together may be missed.
const { EventEmitter, once } = require('node:events');
const emitter = new EventEmitter();
(async () => {
  console.log('first', await once(emitter, 'x'));
  console.log('second', await once(emitter, 'x'));
})();
emitter.emit('x', 1);
emitter.emit('x', 'missed');
setTimeout(() => emitter.emit('x', 3, 4), 20);
