// SPDX-License-Identifier: MIT
// Each thread has globals and modules of its own.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

globalThis.shared = 'main';
Array.prototype.extra = 'main';
path.extra = 'main';
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage([typeof shared, typeof [].extra, typeof require('node:path').extra]);
  globalThis.shared = 'worker';
`, { eval: true });
worker.on('message', (message) => console.log(message));
worker.on('exit', () => {
  console.log(shared);
  delete Array.prototype.extra;
});
