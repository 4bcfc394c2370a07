// SPDX-License-Identifier: MIT
// process.exit() stops the worker where it stands; the main thread goes on.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  process.on('exit', (code) => parentPort.postMessage(['exit listener', code]));
  process.nextTick(() => parentPort.postMessage('never a tick'));
  Promise.resolve().then(() => parentPort.postMessage('never a microtask'));
  setTimeout(() => parentPort.postMessage('never a timer'), 1);
  parentPort.postMessage('first');
  try {
    process.exit(5);
  } finally {
    parentPort.postMessage('never finally');
  }
`, { eval: true });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => {
  console.log('exit', code);
  setTimeout(() => console.log('main goes on'), 1);
});
