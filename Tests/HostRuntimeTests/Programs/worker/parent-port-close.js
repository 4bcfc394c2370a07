// SPDX-License-Identifier: MIT
// A worker that closes its port can send nothing more, and ends when nothing else is left.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (message) => {
    parentPort.postMessage(['last', message]);
    parentPort.close();
    parentPort.postMessage('lost');
  });
  parentPort.on('close', () => process.exitCode = 4);
`, { eval: true });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
worker.postMessage('stop');
