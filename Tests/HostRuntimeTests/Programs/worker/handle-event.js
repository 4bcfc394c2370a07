// SPDX-License-Identifier: MIT
// A Worker is an EventEmitter; events.once and the promise of its end.
const { Worker } = require('node:worker_threads');
const { EventEmitter, once } = require('node:events');
const path = require('node:path');

(async () => {
  const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
  console.log(worker instanceof EventEmitter, worker.stdin, typeof worker.stdout.on);
  await once(worker, 'online');
  worker.postMessage({ n: 1 });
  console.log(await once(worker, 'message'));
  worker.postMessage('end');
  console.log(await once(worker, 'exit'));
})();
