// SPDX-License-Identifier: MIT
// The worker sleeps in Atomics.wait until the main thread notifies it.
const { Worker } = require('node:worker_threads');

const cells = new Int32Array(new SharedArrayBuffer(8));
const worker = new Worker(`
  const { parentPort, workerData: cells } = require('node:worker_threads');
  parentPort.postMessage('going to sleep');
  const outcome = Atomics.wait(cells, 0, 0);
  parentPort.postMessage([outcome, Atomics.load(cells, 1)]);
`, { eval: true, workerData: cells });
worker.on('message', (message) => {
  console.log(message);
  if (message !== 'going to sleep') return;
  Atomics.store(cells, 1, 7);
  setTimeout(() => {
    Atomics.store(cells, 0, 1);
    console.log('woken:', Atomics.notify(cells, 0));
  }, 50);
});
worker.on('exit', (code) => console.log('exit', code));
