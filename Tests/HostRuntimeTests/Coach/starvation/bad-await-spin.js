// SPDX-License-Identifier: MIT
// expect: 12:starvation
'use strict';
const { Worker, isMainThread, parentPort } = require('node:worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  let answer;
  worker.on('message', (value) => { answer = value; });
  (async () => {
    while (answer === undefined) {
      await undefined;
    }
    console.log('answer', answer);
  })();
} else {
  parentPort.postMessage(42);
}
