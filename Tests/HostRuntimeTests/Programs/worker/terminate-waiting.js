// SPDX-License-Identifier: MIT
// terminate() ends a thread that sleeps in Atomics.wait.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('sleeping');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  parentPort.postMessage('never');
`, { eval: true });
worker.on('message', (message) => {
  console.log(message);
  worker.terminate();
});
worker.on('exit', (code) => console.log('exit', code));
