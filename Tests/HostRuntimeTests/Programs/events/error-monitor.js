const { EventEmitter, errorMonitor } = require('node:events');

const emitter = new EventEmitter();
emitter.on(errorMonitor, (error) => console.log('monitor saw', error.message));
try {
  emitter.emit('error', new Error('one'));
} catch (error) {
  console.log('still thrown:', error.message);
}
emitter.on('error', (error) => console.log('handled', error.message));
emitter.emit('error', new Error('two'));
console.log(emitter.eventNames());
