// SPDX-License-Identifier: MIT
// Twenty thousand round trips of a small object between the main thread and one worker, behind some that warm up.
const { Worker } = require('node:worker_threads');

const warmUp = 2000;
const rounds = 20000;
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (message) => parentPort.postMessage(message));
`, { eval: true });
let count = 0;
let start;

worker.on('message', ({ n }) => {
  if (++count === warmUp) start = process.hrtime.bigint();
  if (count < warmUp + rounds) {
    worker.postMessage({ n: n + 1, text: 'ping', list: [1, 2, 3] });
  } else {
    console.log(Number(process.hrtime.bigint() - start) / 1e6);
    worker.terminate();
  }
});
worker.postMessage({ n: 0, text: 'ping', list: [1, 2, 3] });
