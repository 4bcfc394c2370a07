// SPDX-License-Identifier: MIT
// Nothing arrives before a port is started: by on('message'), by onmessage, or by start(), which loses what nobody
// hears.
const { receiveMessageOnPort } = require('node:worker_threads');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

(async () => {
  const waiting = new MessageChannel();
  waiting.port2.postMessage('waits');
  await sleep(5);
  waiting.port1.on('message', (message) => console.log('on:', message));
  await sleep(5);
  waiting.port1.close();

  const handled = new MessageChannel();
  handled.port2.postMessage('waits too');
  await sleep(5);
  handled.port1.onmessage = ({ data }) => console.log('onmessage:', data);
  await sleep(5);
  handled.port1.close();

  const started = new MessageChannel();
  started.port2.postMessage('lost');
  started.port1.start();
  await sleep(5);
  console.log(receiveMessageOnPort(started.port1));
  started.port1.close();
})();
