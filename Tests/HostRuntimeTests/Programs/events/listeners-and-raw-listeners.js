const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
function a() {
  console.log('a ran');
}
emitter.once('x', a);
emitter.on('x', function b() {});
console.log(emitter.listeners('x'));
console.log(emitter.rawListeners('x'));
const wrapper = emitter.rawListeners('x')[0];
console.log(wrapper.listener === a);
wrapper();
wrapper();
console.log(emitter.listenerCount('x'), emitter.listenerCount('x', a), emitter.eventNames());
