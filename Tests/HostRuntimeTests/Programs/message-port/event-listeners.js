// SPDX-License-Identifier: MIT
// on() gets the value, addEventListener() and onmessage a MessageEvent, in the order in which they were added.
const { port1, port2 } = new MessageChannel();

port1.on('message', function(value) {
  console.log('on', value, this === port1, arguments.length);
});
port1.addEventListener('message', (event) => {
  const { data, ports, origin, lastEventId, source, type, isTrusted } = event;
  console.log(event.constructor.name, { data, ports, origin, lastEventId, source, type, isTrusted });
  console.log(event.target === port1, event.currentTarget === port1);
});
const object = {
  handleEvent(event) {
    console.log('handleEvent', event.data, this === object);
  },
};
port1.addEventListener('message', object);
port1.onmessage = ({ data }) => {
  console.log('onmessage', data);
  port1.close();
};
port1.addEventListener('message', () => console.log('only once'), { once: true });
port2.postMessage('hello');
