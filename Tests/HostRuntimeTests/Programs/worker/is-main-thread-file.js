// SPDX-License-Identifier: MIT
// One file for both threads, as many programs have it.
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { workerData: [3, 1, 2] });
  worker.on('message', (message) => console.log('sorted', message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort.postMessage(workerData.sort());
}
