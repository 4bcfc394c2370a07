// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const lab = require('lab');

if (isMainThread) {
  const heart = setInterval(() => {}, 20);
  const worker = new Worker(__filename, { workerData: 300 });
  worker.on('message', (result) => {
    console.log('resized', result);
    clearInterval(heart);
  });
} else {
  lab.busy(workerData);
  parentPort.postMessage('64 x 64');
}
