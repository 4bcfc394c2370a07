// SPDX-License-Identifier: MIT
// A worker's lines come in its own order, standard output for standard output.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  console.log('script');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('microtask'));
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('timer'), 150);
  console.table([[1, 2]]);
  process.stdout.write('no line end');
  process.stdout.write('\\n');
  console.log('%s has %d', 'format', 2, { and: 'objects' });
`, { eval: true });
worker.on('exit', (code) => console.log('exit', code));
