// SPDX-License-Identifier: MIT
// Four workers add to one cell: with Atomics nothing is lost.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const shared = new SharedArrayBuffer(4);
let running = 4;
for (let i = 0; i < 4; i++) {
  const worker = new Worker(path.join(__dirname, 'fixtures', 'increment.js'), { workerData: shared });
  worker.on('exit', () => {
    if (--running === 0) console.log(Atomics.load(new Int32Array(shared), 0));
  });
}
