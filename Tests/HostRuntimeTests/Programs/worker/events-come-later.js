// SPDX-License-Identifier: MIT
// No event before the main script has ended, however long that takes.
const { Worker } = require('node:worker_threads');

const worker = new Worker('require("node:worker_threads").parentPort.postMessage("hi")', { eval: true });
const order = [];
worker.on('message', () => order.push('message'));
worker.on('exit', () => {
  order.push('exit');
  console.log(order);
});
process.nextTick(() => order.push('tick'));
Promise.resolve().then(() => order.push('microtask'));
const end = Date.now() + 50;
while (Date.now() < end);
order.push('script');
