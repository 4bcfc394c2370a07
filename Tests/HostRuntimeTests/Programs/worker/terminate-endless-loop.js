// SPDX-License-Identifier: MIT
// terminate() ends a loop that would never end; no 'exit' listener runs in the worker.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  process.on('exit', () => parentPort.postMessage('never'));
  parentPort.postMessage('looping');
  for (;;);
`, { eval: true });
worker.on('message', async (message) => {
  console.log(message);
  const code = await worker.terminate();
  console.log('terminated with', code);
});
worker.on('exit', (code) => console.log('exit', code));
