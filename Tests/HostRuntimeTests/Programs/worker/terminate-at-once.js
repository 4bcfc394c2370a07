// SPDX-License-Identifier: MIT
// A worker that is ended before it began runs nothing.
const { Worker } = require('node:worker_threads');

const worker = new Worker('console.log("never"); for (;;);', { eval: true });
worker.on('online', () => console.log('never online'));
worker.on('exit', (code) => console.log('exit', code));
worker.terminate().then((code) => console.log('terminated with', code));
