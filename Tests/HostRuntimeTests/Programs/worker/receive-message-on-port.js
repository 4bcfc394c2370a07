// SPDX-License-Identifier: MIT
// A synchronous call: sleep until the worker has answered, then take the answer without the event loop.
const { Worker, MessageChannel, receiveMessageOnPort } = require('node:worker_threads');

const signal = new Int32Array(new SharedArrayBuffer(4));
const { port1, port2 } = new MessageChannel();
new Worker(`
  const { workerData: { signal, port } } = require('node:worker_threads');
  port.postMessage({ answer: 42 });
  port.postMessage('second');
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
`, { eval: true, workerData: { signal, port: port2 }, transferList: [port2] });
Atomics.wait(signal, 0, 0);
console.log(receiveMessageOnPort(port1), receiveMessageOnPort(port1), receiveMessageOnPort(port1));
