// SPDX-License-Identifier: MIT
// process.env can be sent, as a plain object.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.postMessage({ own: process.env, given: workerData.env });
`, { eval: true, env: { A: '1' }, workerData: { env: { ...process.env, LAB: 'x' } } });
worker.on('message', ({ own, given }) => console.log(own, given.LAB));
