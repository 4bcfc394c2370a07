// SPDX-License-Identifier: MIT
// Without stdin: true a worker's standard input is at its end.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  process.stdin.on('data', () => parentPort.postMessage('never'));
  process.stdin.on('end', () => parentPort.postMessage('at its end'));
`, { eval: true });
console.log(worker.stdin);
worker.on('message', (message) => console.log(message));
