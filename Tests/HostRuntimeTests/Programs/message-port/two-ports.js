// SPDX-License-Identifier: MIT
// Two ports: all that waits at one, then all that waits at the other, in the order in which the ports were made.
const first = new MessageChannel();
const second = new MessageChannel();

first.port1.on('message', (message) => console.log('first', message));
second.port1.on('message', (message) => console.log('second', message));
second.port2.postMessage('a');
first.port2.postMessage('b');
second.port2.postMessage('c');
first.port2.postMessage('d');
setTimeout(() => {
  first.port1.close();
  second.port1.close();
}, 20);
