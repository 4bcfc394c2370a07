// SPDX-License-Identifier: MIT
// The methods of an EventEmitter that a port has.
const { port1 } = new MessageChannel();

const listener = (value) => console.log('heard', value);
console.log(port1 instanceof EventTarget, port1 instanceof require('node:events'));
console.log(port1.on('custom', listener) === port1, port1.addListener('other', listener) === port1);
console.log(port1.eventNames(), port1.listenerCount('custom'), port1.listenerCount('none'));
console.log(port1.emit('custom', 5), port1.emit('none', 5));
port1.addEventListener('custom', (event) => console.log(event.constructor.name, event.detail));
port1.emit('custom', { a: 1 });
port1.once('single', listener);
console.log(port1.emit('single', 1), port1.emit('single', 2));
console.log(port1.off('custom', listener) === port1, port1.listenerCount('custom'));
console.log(port1.getMaxListeners(), port1.setMaxListeners(20), port1.getMaxListeners());
console.log(port1.removeAllListeners() === port1, port1.eventNames());
for (const attempt of [() => port1.emit(), () => port1.on('x', 5), () => port1.once('x', 'text')]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
port1.on('message', (value) => console.log('emitted', value.data ?? value));
port1.emit('message', 'by hand');
port1.dispatchEvent(new MessageEvent('message', { data: 'dispatched' }));
port1.close();
