// SPDX-License-Identifier: MIT
// ref() after unref() waits for the worker again.
const { Worker } = require('node:worker_threads');

const worker = new Worker('setTimeout(() => {}, 20)', { eval: true });
worker.on('exit', (code) => console.log('exit', code));
worker.unref();
worker.ref();
process.on('exit', () => console.log('main ends'));
