// SPDX-License-Identifier: MIT
// Source text in place of a file: its name, its directory, what is global in it.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.postMessage([__filename, __dirname, process.argv.slice(1), typeof module, typeof exports, workerData]);
`, { eval: true, argv: ['x'] });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
