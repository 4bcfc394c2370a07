// SPDX-License-Identifier: MIT
// A worker's file is found as require finds it.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const worker = new Worker(path.join(__dirname, 'fixtures', 'describe'));
worker.on('message', ({ file, argv }) => console.log(file, argv));
worker.on('exit', (code) => console.log('exit', code));
