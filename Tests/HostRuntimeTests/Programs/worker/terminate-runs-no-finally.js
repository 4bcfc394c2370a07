// SPDX-License-Identifier: MIT
// Ending a worker runs no finally blocks.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  try {
    parentPort.postMessage('in try');
    for (;;);
  } catch {
    parentPort.postMessage('never in catch');
  } finally {
    parentPort.postMessage('never in finally');
  }
`, { eval: true });
worker.on('message', (message) => {
  console.log(message);
  worker.terminate().then((code) => console.log(code));
});
