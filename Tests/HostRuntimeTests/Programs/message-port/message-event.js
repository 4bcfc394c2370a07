// SPDX-License-Identifier: MIT
// MessageEvent as a class that programs may make use of.
const { port1 } = new MessageChannel();

const event = new MessageEvent('message', { data: [1], origin: 'here', lastEventId: 5, source: port1, ports: [port1] });
console.log(event instanceof Event, event.data, event.origin, event.lastEventId, event.source === port1);
console.log(event.ports.length, event.cancelable, Object.prototype.toString.call(event));
const plain = new MessageEvent('plain');
console.log(plain.data, plain.origin, plain.lastEventId, plain.source, plain.ports);
for (const init of [{ source: {} }, { ports: [port1, 5] }]) {
  try {
    new MessageEvent('x', init);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
const target = new EventTarget();
target.addEventListener('message', ({ data, type }) => console.log(type, data));
target.dispatchEvent(new MessageEvent('message', { data: 'to any target' }));
