// SPDX-License-Identifier: MIT
// stdin: true: what is written to the Worker is the worker's standard input.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  let text = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (chunk) => text += chunk);
  process.stdin.on('end', () => parentPort.postMessage(text));
`, { eval: true, stdin: true });
worker.stdin.write('one, ');
worker.stdin.write('two, ');
worker.stdin.end('three');
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
