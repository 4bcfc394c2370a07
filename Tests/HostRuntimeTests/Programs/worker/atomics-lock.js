// SPDX-License-Identifier: MIT
// A lock of two instructions: threads that add one after another, none at the same time.
const { Worker } = require('node:worker_threads');

const cells = new Int32Array(new SharedArrayBuffer(12));
const code = `
  const { workerData: cells } = require('node:worker_threads');
  for (let round = 0; round < 500; round++) {
    while (Atomics.compareExchange(cells, 0, 0, 1) !== 0) Atomics.wait(cells, 0, 1);
    const inside = ++cells[1];
    if (inside !== 1) cells[2] = -1e6;
    cells[2]++;
    cells[1]--;
    Atomics.store(cells, 0, 0);
    Atomics.notify(cells, 0, 1);
  }
`;
let running = 3;
for (let i = 0; i < 3; i++) {
  new Worker(code, { eval: true, workerData: cells }).on('exit', () => {
    if (--running === 0) console.log([...cells]);
  });
}
