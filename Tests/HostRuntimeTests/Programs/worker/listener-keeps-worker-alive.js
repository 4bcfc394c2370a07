// SPDX-License-Identifier: MIT
// Without a listener for messages a worker ends; what was posted to it is lost.
const { Worker } = require('node:worker_threads');

const idle = new Worker('', { eval: true });
idle.postMessage('lost');
idle.on('exit', (code) => {
  console.log('idle ended', code);
  const once = new Worker('require("node:worker_threads").parentPort.once("message", () => {})', { eval: true });
  once.on('exit', (ended) => console.log('listener gone, ended', ended));
  once.postMessage('first');
  once.postMessage('second');
});
