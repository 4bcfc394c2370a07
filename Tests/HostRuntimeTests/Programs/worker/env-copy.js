// SPDX-License-Identifier: MIT
// A worker has a copy of the environment; changes on either side stay there.
const { Worker } = require('node:worker_threads');

process.env.LAB_COLOR = 'red';
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage([process.env.LAB_COLOR, process.env.LAB_LATE]);
  process.env.LAB_COLOR = 'blue';
  process.env.LAB_OWN = 1;
  parentPort.postMessage([process.env.LAB_COLOR, process.env.LAB_OWN]);
`, { eval: true });
process.env.LAB_LATE = 'late';
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log(process.env.LAB_COLOR, process.env.LAB_OWN));
