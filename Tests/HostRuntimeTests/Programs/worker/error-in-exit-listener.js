// SPDX-License-Identifier: MIT
// An error that an 'exit' listener of the worker throws is told, but the code stays.
const { Worker } = require('node:worker_threads');

const worker = new Worker('process.exitCode = 3; process.on("exit", () => { throw new Error("in exit"); })', { eval: true });
worker.on('error', (error) => console.log('error', error.message));
worker.on('exit', (code) => console.log('exit', code));
