// SPDX-License-Identifier: MIT
// Each call has its own promise; after the end there is nothing left to end.
const { Worker } = require('node:worker_threads');

const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
worker.on('online', async () => {
  const first = worker.terminate();
  const second = worker.terminate();
  console.log(first === second);
  console.log(await Promise.all([first, second]));
  console.log(await worker.terminate());
});
worker.on('exit', (code) => console.log('exit', code));
