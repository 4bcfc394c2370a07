// SPDX-License-Identifier: MIT
// Objects of classes arrive as plain objects: without methods, accessors and private fields.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

class Point {
  #secret = 1;
  constructor() { this.x = 1; }
  get length() { return 5; }
  method() {}
}
const withGetter = { get now() { return 'read when posted'; } };
const hidden = Object.defineProperty({ seen: 1 }, 'unseen', { value: 2 });
const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
for (const value of [new Point(), withGetter, hidden, { [Symbol('key')]: 1, kept: 2 }, Object.create({ inherited: 1 })]) {
  worker.postMessage(value);
}
worker.postMessage('end');
worker.on('message', (value) => console.log(value, Object.getOwnPropertyDescriptor(value, 'now')));
