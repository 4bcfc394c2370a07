// SPDX-License-Identifier: MIT
// Requests with numbers: replies find their callers, whatever order they come in.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, delay, value }) => {
    setTimeout(() => parentPort.postMessage({ id, result: value * 10 }), delay);
  });
`, { eval: true });
const waiting = new Map();
let lastId = 0;

function call(value, delay) {
  const id = ++lastId;
  worker.postMessage({ id, delay, value });
  return new Promise((resolve) => waiting.set(id, resolve));
}
worker.on('message', ({ id, result }) => {
  console.log('reply to', id);
  waiting.get(id)(result);
});
Promise.all([call(1, 120), call(2, 10), call(3, 60)]).then((results) => {
  console.log(results);
  worker.terminate();
});
