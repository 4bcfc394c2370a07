// There is no checkpoint between listeners: the stack is not empty.
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
const target = new EventTarget();
for (const name of ['a', 'b']) {
  emitter.on('x', () => {
    console.log('emitter', name);
    queueMicrotask(() => console.log('micro of emitter', name));
  });
  target.addEventListener('x', () => {
    console.log('target', name);
    queueMicrotask(() => console.log('micro of target', name));
  });
}
emitter.emit('x');
target.dispatchEvent(new Event('x'));
console.log('script');
