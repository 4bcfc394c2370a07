// SPDX-License-Identifier: MIT
// SHARE_ENV: one environment for both threads.
const { Worker, SHARE_ENV } = require('node:worker_threads');

process.env.LAB_SHARED = 'before';
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.once('message', () => {
    parentPort.postMessage(process.env.LAB_SHARED);
    process.env.LAB_SHARED = 'from the worker';
    delete process.env.LAB_GONE;
    parentPort.postMessage('set');
  });
`, { eval: true, env: SHARE_ENV });
process.env.LAB_SHARED = 'changed since';
process.env.LAB_GONE = 'here';
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log(process.env.LAB_SHARED, 'LAB_GONE' in process.env));
worker.postMessage('go');
