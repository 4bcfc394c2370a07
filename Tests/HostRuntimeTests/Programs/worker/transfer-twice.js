// SPDX-License-Identifier: MIT
// A buffer can be moved once: what is sent a second time is empty, and views of it are empty too.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (buffer) => {
    parentPort.postMessage(buffer.byteLength);
    if (buffer.byteLength === 0) parentPort.close();
  });
`, { eval: true });
const buffer = new ArrayBuffer(16);
const view = new Uint8Array(buffer);
worker.postMessage(buffer, [buffer]);
console.log(buffer.byteLength, view.length);
try {
  worker.postMessage(buffer);
} catch (error) {
  console.log(error.name, error.message);
}
try {
  worker.postMessage(1, [new ArrayBuffer(1), view.buffer, 5]);
} catch (error) {
  console.log(error.name, error.code, error.message);
}
worker.postMessage(buffer, [buffer]);
worker.on('message', (length) => console.log('arrived with', length));
