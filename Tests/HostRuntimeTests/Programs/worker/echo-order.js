// SPDX-License-Identifier: MIT
// What is posted before the worker has begun waits for it, and all replies come in order.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
const sent = [0, 'text', null, undefined, true, 10n, -0, NaN, [1, , 3], { a: { b: [] } }];
for (const value of sent) worker.postMessage(value);
const received = [];
worker.on('message', (value) => {
  received.push(value);
  if (received.length === sent.length) worker.postMessage('end');
});
worker.on('exit', () => console.log(received, Object.is(received[6], -0), 1 in received[8]));
