// SPDX-License-Identifier: MIT
// What belongs to the whole process cannot be changed from a worker.
const { Worker } = require('node:worker_threads');

const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  const attempts = {
    abort: () => process.abort(),
    chdir: () => process.chdir('/'),
    setuid: () => process.setuid(0),
    umask: () => process.umask(0),
  };
  for (const name of Object.keys(attempts)) {
    try {
      attempts[name]();
    } catch (error) {
      parentPort.postMessage(error.name + ' ' + error.code + ': ' + error.message);
    }
  }
  parentPort.postMessage([process.pid, process.cwd(), typeof process.umask()]);
`, { eval: true });
worker.on('message', (message) => {
  if (Array.isArray(message)) console.log(message[0] === process.pid, message[1] === process.cwd(), message[2]);
  else console.log(message);
});
