const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
emitter.on('newListener', (name, listener) => {
  console.log('new', String(name), listener.name, emitter.listenerCount(name));
});
emitter.on('removeListener', (name, listener) => {
  console.log('removed', String(name), listener.name, emitter.listenerCount(name));
});
function work() {}
function rest() {}
emitter.on('x', work);
emitter.once('x', rest);
emitter.on(Symbol('secret'), work);
emitter.emit('x');
emitter.off('x', work);
emitter.removeAllListeners();
console.log(emitter.eventNames());
