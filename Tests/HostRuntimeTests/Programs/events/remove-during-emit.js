// The list of listeners is copied when an emit starts: a removal takes effect at the next one.
const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
function second() {
  console.log('second');
}
emitter.on('x', () => {
  console.log('first removes second');
  emitter.off('x', second);
  emitter.on('x', () => console.log('added late'));
});
emitter.on('x', second);
emitter.emit('x');
console.log('--');
emitter.emit('x');
