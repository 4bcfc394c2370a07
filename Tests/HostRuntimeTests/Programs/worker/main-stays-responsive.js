// SPDX-License-Identifier: MIT
// While the worker computes, the main thread's timers run.
const { Worker } = require('node:worker_threads');

let ticks = 0;
const timer = setInterval(() => ticks++, 5);
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  const end = Date.now() + 200;
  while (Date.now() < end);
  parentPort.postMessage('computed');
`, { eval: true });
worker.on('message', (message) => {
  clearInterval(timer);
  console.log(message, ticks > 3);
});
