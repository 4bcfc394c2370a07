// SPDX-License-Identifier: MIT
// What a worker posts before it fails arrives, and both come before the end.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage(1);
  parentPort.postMessage(2);
  throw new RangeError('too far');
`, { eval: true });
const messages = [];
const errors = [];
worker.on('message', (message) => messages.push(message));
worker.on('error', (error) => errors.push(`${error.name}: ${error.message}, ${error instanceof RangeError}`));
worker.on('exit', (code) => console.log(messages, errors, 'exit', code));
