// SPDX-License-Identifier: MIT
// Endless recursion in a worker is an error of that worker.
const { Worker } = require('node:worker_threads');

const worker = new Worker('(function descend() { descend(); })()', { eval: true });
worker.on('error', (error) => console.log(error.name, error.message));
worker.on('exit', (code) => console.log('exit', code));
