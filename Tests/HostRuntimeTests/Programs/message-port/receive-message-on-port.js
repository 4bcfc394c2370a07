// SPDX-License-Identifier: MIT
// Taking messages without an event loop, also from a port whose other end is closed.
const { receiveMessageOnPort } = require('node:worker_threads');

const { port1, port2 } = new MessageChannel();
console.log(receiveMessageOnPort(port1));
port2.postMessage({ a: 1 });
port2.postMessage(undefined);
port2.postMessage([port2 === port1]);
console.log(receiveMessageOnPort(port1), receiveMessageOnPort(port1));
port2.close();
console.log(receiveMessageOnPort(port1), receiveMessageOnPort(port1));
for (const value of [5, {}, undefined]) {
  try {
    receiveMessageOnPort(value);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
