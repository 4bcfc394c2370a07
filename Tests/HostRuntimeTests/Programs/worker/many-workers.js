// SPDX-License-Identifier: MIT
// Twenty workers at once, each with its own number.
const { Worker } = require('node:worker_threads');

const code = 'const { parentPort, workerData } = require("node:worker_threads"); parentPort.postMessage(workerData ** 2)';
const results = Array.from({ length: 20 }, (_, n) => new Promise((resolve, reject) => {
  const worker = new Worker(code, { eval: true, workerData: n });
  worker.on('message', resolve);
  worker.on('error', reject);
}));
Promise.all(results).then((squares) => console.log(squares.join(' ')));
