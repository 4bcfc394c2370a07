// SPDX-License-Identifier: MIT
// What cannot be sent: the error names it, and nothing is sent.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
const values = [
  () => 'arrow', { method() {} }, Symbol('sign'), [Symbol.iterator], new WeakMap(), new WeakSet(), Promise.resolve(),
  new Proxy({}, {}), { deep: { deeper: function named() {} } }, new Map([[1, () => {}]]), class Named {},
  (function* generate() {})(), new MessageChannel().port1, new WeakRef({}),
];
for (const value of values) {
  try {
    worker.postMessage(value);
    console.log('sent');
  } catch (error) {
    console.log(`${error.name} ${error.code}: ${error.message}`);
  }
}
try {
  worker.postMessage({ get broken() { throw new RangeError('from a getter'); } });
} catch (error) {
  console.log(error.name, error.message);
}
worker.on('message', (message) => console.log('received', message));
worker.postMessage('only this');
worker.postMessage('end');
