// SPDX-License-Identifier: MIT
// Each message is a task of its own: ticks and microtasks run before the next.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  for (let i = 1; i <= 3; i++) parentPort.postMessage(i);
`, { eval: true });
worker.on('message', (message) => {
  console.log('message', message);
  Promise.resolve().then(() => console.log('microtask', message));
  process.nextTick(() => console.log('tick', message));
});
worker.on('exit', () => console.log('exit'));
