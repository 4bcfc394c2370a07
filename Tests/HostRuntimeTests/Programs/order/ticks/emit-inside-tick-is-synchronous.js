// Emitting an event does not queue anything: listeners run inside the tick.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('ready', () => {
  console.log('listener');
  process.nextTick(() => console.log('tick of listener'));
});
process.nextTick(() => {
  console.log('before emit');
  emitter.emit('ready');
  console.log('after emit');
});
process.nextTick(() => console.log('second tick'));
