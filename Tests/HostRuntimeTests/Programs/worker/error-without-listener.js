// SPDX-License-Identifier: MIT
// Nobody listens for the worker's error: it is thrown in the main thread.
const { Worker } = require('node:worker_threads');

process.on('uncaughtException', (error, origin) => console.log(origin, error.name, error.message));
const worker = new Worker('throw new TypeError("unheard")', { eval: true });
worker.on('exit', (code) => console.log('exit', code));
