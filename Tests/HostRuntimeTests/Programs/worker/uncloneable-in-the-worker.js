// SPDX-License-Identifier: MIT
// Posting what cannot be sent throws a DataCloneError in the worker as well.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  try {
    parentPort.postMessage({ callback() {} });
  } catch (error) {
    parentPort.postMessage([error.name, error.message, error instanceof DOMException]);
  }
`, { eval: true });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
