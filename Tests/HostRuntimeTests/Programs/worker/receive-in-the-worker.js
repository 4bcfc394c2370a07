// SPDX-License-Identifier: MIT
// A worker that takes its messages itself, without an event loop.
const { Worker } = require('node:worker_threads');

const cells = new Int32Array(new SharedArrayBuffer(4));
const worker = new Worker(`
  const { parentPort, receiveMessageOnPort, workerData: cells } = require('node:worker_threads');
  Atomics.wait(cells, 0, 0);
  const received = [];
  for (let next; (next = receiveMessageOnPort(parentPort)) !== undefined;) received.push(next.message);
  parentPort.postMessage(received);
`, { eval: true, workerData: cells });
worker.postMessage('one');
worker.postMessage({ two: 2 });
worker.postMessage(undefined);
Atomics.store(cells, 0, 1);
Atomics.notify(cells, 0);
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
