// SPDX-License-Identifier: MIT
// The three outcomes of Atomics.wait in a worker.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  const cells = new Int32Array(new SharedArrayBuffer(4));
  parentPort.postMessage([
    Atomics.wait(cells, 0, 1),
    Atomics.wait(cells, 0, 0, 5),
    Atomics.wait(cells, 0, 0, 0),
    Atomics.notify(cells, 0),
  ]);
`, { eval: true });
worker.on('message', (message) => console.log(message));
