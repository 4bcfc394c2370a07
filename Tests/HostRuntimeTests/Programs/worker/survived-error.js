// SPDX-License-Identifier: MIT
// 'uncaughtException' and 'unhandledRejection' listeners of the worker keep it alive.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  process.on('uncaughtException', (error) => parentPort.postMessage(['uncaught', error.message]));
  process.on('unhandledRejection', (error) => parentPort.postMessage(['rejection', error.message]));
  setTimeout(() => { throw new Error('first'); }, 1);
  setTimeout(() => Promise.reject(new Error('second')), 20);
  setTimeout(() => parentPort.postMessage('alive'), 40);
`, { eval: true });
worker.on('message', (message) => console.log(message));
worker.on('error', () => console.log('never'));
worker.on('exit', (code) => console.log('exit', code));
