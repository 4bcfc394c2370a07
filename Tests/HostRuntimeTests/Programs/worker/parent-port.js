// SPDX-License-Identifier: MIT
// parentPort is a port like any other: both kinds of listeners; it keeps the worker alive while somebody listens.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort, MessagePort } = require('node:worker_threads');
  parentPort.postMessage([parentPort instanceof MessagePort, parentPort.hasRef()]);
  parentPort.addEventListener('message', (event) => parentPort.postMessage(['event', event.type, event.data]));
  parentPort.on('message', (value) => parentPort.postMessage(['value', value]));
  parentPort.onmessage = ({ data }) => {
    parentPort.postMessage(['handler', data, parentPort.hasRef()]);
    parentPort.unref();
  };
`, { eval: true });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
worker.postMessage('hello');
