// SPDX-License-Identifier: MIT
// A port given along with workerData: the worker talks to somebody else than its Worker.
const { Worker, MessageChannel } = require('node:worker_threads');

const { port1, port2 } = new MessageChannel();
const worker = new Worker(`
  const { workerData } = require('node:worker_threads');
  workerData.port.on('message', (message) => {
    workerData.port.postMessage(['reply to', message]);
    workerData.port.close();
  });
`, { eval: true, workerData: { port: port2 }, transferList: [port2] });
worker.on('message', () => console.log('never'));
port1.on('message', (message) => console.log(message));
port1.on('close', () => console.log('closed from the other side'));
port1.postMessage('hello');
