// SPDX-License-Identifier: MIT
// off() of the last listener pauses a port, and so does once(); removeAllListeners() does not.
const { receiveMessageOnPort } = require('node:worker_threads');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function run(name, listen) {
  const { port1, port2 } = new MessageChannel();
  listen(port1);
  for (const message of [1, 2]) port2.postMessage(message);
  await sleep(5);
  console.log(name, 'left:', receiveMessageOnPort(port1), port1.hasRef());
  port1.close();
}

(async () => {
  await run('once', (port) => port.once('message', (message) => console.log('once', message)));
  await run('off', (port) => port.on('message', function listener(message) {
    console.log('off', message);
    port.off('message', listener);
  }));
  await run('removeAllListeners', (port) => port.on('message', (message) => {
    console.log('removeAllListeners', message);
    port.removeAllListeners('message');
  }));
})();
