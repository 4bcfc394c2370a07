// SPDX-License-Identifier: MIT
// An error in a 'message' listener of the main thread is the main thread's own; the next messages still come.
const { Worker } = require('node:worker_threads');

process.on('uncaughtException', (error) => console.log('caught', error.message));
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  for (let i = 1; i <= 3; i++) parentPort.postMessage(i);
  parentPort.once('message', () => {});
`, { eval: true });
worker.on('message', (message) => {
  console.log('message', message);
  if (message === 2) throw new Error('in the listener');
  if (message === 3) setImmediate(() => worker.postMessage('end'));
});
worker.on('exit', (code) => console.log('exit', code));
