// SPDX-License-Identifier: MIT
// What arrives as what it was: collections, dates, patterns, errors, typed arrays, boxed values.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const values = [
  new Map([['key', { deep: [1] }], [{ object: 'key' }, 2]]),
  new Set([1, 'two', [3]]),
  new Date(1e12),
  /pattern/giu,
  new Uint16Array([1, 2, 65535]),
  new Float64Array([0.5, -Infinity]),
  new DataView(new ArrayBuffer(2)),
  new ArrayBuffer(3),
  new Number(5),
  new String('boxed'),
  Object(10n),
  new Boolean(false),
];
const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
for (const value of values) worker.postMessage(value);
worker.postMessage('end');
worker.on('message', (value) => console.log(value.constructor.name, value));
