// SPDX-License-Identifier: MIT
// What a worker posts before its end arrives before the end, from the 'exit' listeners too.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  process.on('exit', () => parentPort.postMessage('from the exit listener'));
  for (let i = 1; i <= 5; i++) parentPort.postMessage(i);
`, { eval: true });
worker.on('message', (message) => console.log('message', message));
worker.on('exit', (code) => console.log('exit', code));
