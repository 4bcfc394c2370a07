// SPDX-License-Identifier: MIT
// A worker's error that nobody listens for ends the whole program with code 1.
const { Worker } = require('node:worker_threads');

process.on('exit', (code) => console.log('main exit', code));
new Worker('throw new Error("unheard")', { eval: true });
setTimeout(() => console.log('never'), 60000);
