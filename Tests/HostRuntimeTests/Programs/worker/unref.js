// SPDX-License-Identifier: MIT
// unref() lets the program end while the worker runs; the worker is stopped then.
const { Worker } = require('node:worker_threads');

const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
worker.on('exit', () => console.log('never'));
worker.unref();
process.on('exit', () => console.log('main ends, worker', worker.threadId));
