// SPDX-License-Identifier: MIT
// A worker whose text does not parse.
const { Worker } = require('node:worker_threads');

const worker = new Worker('let unfinished = ;', { eval: true });
worker.on('error', (error) => console.log(error.name, error.message));
worker.on('exit', (code) => console.log('exit', code));
