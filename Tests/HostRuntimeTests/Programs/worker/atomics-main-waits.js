// SPDX-License-Identifier: MIT
// The main thread sleeps until the worker has an answer; no event loop is needed for that.
const { Worker } = require('node:worker_threads');

const cells = new Int32Array(new SharedArrayBuffer(8));
const worker = new Worker(`
  const { workerData: cells } = require('node:worker_threads');
  Atomics.store(cells, 1, 6 * 7);
  Atomics.store(cells, 0, 1);
  Atomics.notify(cells, 0);
`, { eval: true, workerData: cells });
worker.on('exit', (code) => console.log('exit', code));
const outcome = Atomics.wait(cells, 0, 0);
console.log(outcome === 'ok' || outcome === 'not-equal', Atomics.load(cells, 1));
