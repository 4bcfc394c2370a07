// SPDX-License-Identifier: MIT
// The file is looked for in the worker: the error is an event.
const { Worker } = require('node:worker_threads');

const worker = new Worker('/there/is/no-such-worker.js');
worker.on('online', () => console.log('online'));
worker.on('error', (error) => console.log(error.name, error.code, error.message, error.requireStack));
worker.on('exit', (code) => console.log('exit', code));
