// SPDX-License-Identifier: MIT
// A worker starts a worker; each answers to the one that started it.
const { Worker } = require('node:worker_threads');

const inner = `
  const { parentPort, threadId, workerData } = require('node:worker_threads');
  parentPort.postMessage({ inner: workerData + 1, threadId });
`;
const outer = `
  const { Worker, parentPort, threadId, workerData } = require('node:worker_threads');
  const worker = new Worker(workerData.inner, { eval: true, workerData: workerData.count + 1 });
  worker.on('message', (message) => parentPort.postMessage({ ...message, outer: threadId }));
  worker.on('exit', (code) => parentPort.postMessage(['inner exit', code]));
`;
const worker = new Worker(outer, { eval: true, workerData: { inner, count: 1 } });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('outer exit', code));
