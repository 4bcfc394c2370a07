// SPDX-License-Identifier: MIT
// Limits: as given, as the worker sees them, and of the main thread, which has none.
const { Worker, resourceLimits } = require('node:worker_threads');

console.log(resourceLimits);
const given = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, codeRangeSizeMb: 8, stackSizeMb: 2 };
const worker = new Worker(`
  const { parentPort, resourceLimits } = require('node:worker_threads');
  parentPort.postMessage(resourceLimits);
`, { eval: true, resourceLimits: given });
console.log(worker.resourceLimits);
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log(worker.resourceLimits));
