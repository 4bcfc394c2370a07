// SPDX-License-Identifier: MIT
// An error that nothing caught is an 'error' event and exit code 1; the 'exit' listeners of the worker run.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  process.on('exit', (code) => require('node:worker_threads').parentPort.postMessage(['exit listener', code]));
  setTimeout(() => { throw new TypeError('late'); }, 1);
`, { eval: true });
const lines = [];
worker.on('message', (message) => lines.push(`message ${message}`));
worker.on('error', (error) => lines.push(`error ${error.name} ${error.message}`));
worker.on('exit', (code) => console.log(lines.sort(), 'exit', code));
