// SPDX-License-Identifier: MIT
// An environment of the worker's own: all values become text.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  const names = Object.keys(process.env).sort();
  parentPort.postMessage(names.map((name) => [name, process.env[name]]));
`, { eval: true, env: { TEXT: 'text', NUMBER: 5, NOTHING: undefined, OBJECT: { toString: () => 'object' } } });
worker.on('message', (message) => console.log(message));
