// SPDX-License-Identifier: MIT
// A module whose top-level await never settles ends its worker with code 13.
const { Worker } = require('node:worker_threads');

const worker = new Worker(new URL('data:text/javascript,await new Promise(() => {})'));
worker.on('error', () => console.log('never'));
worker.on('exit', (code) => console.log('exit', code));
