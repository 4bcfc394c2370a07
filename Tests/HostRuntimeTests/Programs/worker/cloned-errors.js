// SPDX-License-Identifier: MIT
// Errors keep name, message and stack; a class of one's own becomes the class of the language behind it.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

class Custom extends RangeError {
  constructor(message) {
    super(message);
    this.code = 'LOST';
  }
}
const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
for (const error of [new Error('plain'), new TypeError('typed'), new Custom('own'), Object.assign(new Error(), { a: 1 })]) {
  worker.postMessage(error);
}
worker.postMessage('end');
worker.on('message', (error) => {
  console.log(error instanceof Error, error.constructor.name, error.name, error.message, error.code, error.a);
  console.log(error.stack.split('\n')[0]);
});
