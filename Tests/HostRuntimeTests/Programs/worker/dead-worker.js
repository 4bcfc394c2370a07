// SPDX-License-Identifier: MIT
// A worker that has ended: its properties, and methods that do nothing any more.
const { Worker } = require('node:worker_threads');

const worker = new Worker('', { eval: true });
worker.on('exit', async (code) => {
  console.log(code, worker.threadId, worker.resourceLimits);
  console.log(worker.postMessage('to nobody'), worker.ref(), worker.unref());
  console.log(worker.postMessage(() => {}));
  console.log(await worker.terminate());
});
