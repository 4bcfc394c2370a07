// SPDX-License-Identifier: MIT
// A worker that fills its heap is stopped; the main thread goes on.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const kept = [];
  for (let i = 0; ; i++) kept.push({ i, text: 'x'.repeat(10) + i, list: [i, i + 1, i + 2] });
`, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 } });
worker.on('error', (error) => console.log(error.name, error.code, error.message));
worker.on('exit', (code) => console.log('exit', code));
