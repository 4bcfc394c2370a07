// SPDX-License-Identifier: MIT
// A file: URL names the file as well; other schemes are refused.
const { Worker } = require('node:worker_threads');
const { pathToFileURL } = require('node:url');

const worker = new Worker(new URL('fixtures/echo.js', pathToFileURL(__filename)));
worker.on('message', (message) => {
  console.log(message);
  worker.postMessage('end');
});
worker.on('exit', (code) => console.log('exit', code));
worker.postMessage('hello');

try {
  new Worker(new URL('https://example.com/worker.js'));
} catch (error) {
  console.log(error.name, error.code, error.message);
}
