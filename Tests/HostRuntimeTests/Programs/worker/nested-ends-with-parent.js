// SPDX-License-Identifier: MIT
// The workers of a worker end with it.
const { Worker } = require('node:worker_threads');

const cells = new Int32Array(new SharedArrayBuffer(4));
const worker = new Worker(`
  const { Worker, parentPort, workerData } = require('node:worker_threads');
  const inner = new Worker('const c = require("node:worker_threads").workerData; for (;;) Atomics.add(c, 0, 1);',
    { eval: true, workerData });
  inner.on('exit', () => parentPort.postMessage('never'));
  inner.on('online', () => process.exit(2));
`, { eval: true, workerData: cells });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => {
  console.log('exit', code);
  const count = Atomics.load(cells, 0);
  setTimeout(() => console.log('stands still', Atomics.load(cells, 0) === count), 20);
});
