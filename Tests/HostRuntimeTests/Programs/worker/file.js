// SPDX-License-Identifier: MIT
// A worker of a file: what it knows of itself, and its place relative to the directory that is current.
const { Worker, isMainThread, parentPort, threadId, workerData } = require('node:worker_threads');
const path = require('node:path');

console.log({ isMainThread, parentPort, threadId, workerData });
const worker = new Worker(path.join(__dirname, 'fixtures', 'describe.js'), { workerData: { n: 1 }, argv: ['a', 2] });
console.log(worker.threadId);
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code, worker.threadId));
