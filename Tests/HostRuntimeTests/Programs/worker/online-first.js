// SPDX-License-Identifier: MIT
// 'online' comes before what the worker posts after a while.
const { Worker } = require('node:worker_threads');

const worker = new Worker('setTimeout(() => require("node:worker_threads").parentPort.postMessage("hi"), 30)', { eval: true });
console.log('constructed');
worker.on('online', () => console.log('online'));
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
console.log('listening');
