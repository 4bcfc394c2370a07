// SPDX-License-Identifier: MIT
// A transferred buffer is gone here and whole there; a copied one is in both places.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.once('message', ({ moved, copied }) => {
    moved[0] = 10;
    copied[0] = 20;
    parentPort.postMessage({ moved, copied }, [moved.buffer]);
    parentPort.postMessage(['left in the worker', moved.length, copied.length]);
  });
`, { eval: true });
const moved = new Uint8Array([1, 2, 3]);
const copied = new Uint8Array([4, 5, 6]);
worker.postMessage({ moved, copied }, [moved.buffer]);
console.log(moved.length, moved.byteLength, moved.buffer.byteLength, copied);
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log(copied));
