// SPDX-License-Identifier: MIT
// The main thread waits by a promise and goes on with its timers meanwhile.
const { Worker } = require('node:worker_threads');

const cells = new Int32Array(new SharedArrayBuffer(4));
const waiting = Atomics.waitAsync(cells, 0, 0);
console.log(waiting.async);
const timer = setInterval(() => {}, 5);
waiting.value.then((outcome) => {
  console.log(outcome, Atomics.load(cells, 0));
  clearInterval(timer);
});
new Worker(`
  const { workerData: cells } = require('node:worker_threads');
  setTimeout(() => {
    Atomics.store(cells, 0, 3);
    Atomics.notify(cells, 0);
  }, 20);
`, { eval: true, workerData: cells });
