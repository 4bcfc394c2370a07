// SPDX-License-Identifier: MIT
// A listener that takes the next message itself leaves the one after it to the next call.
const { receiveMessageOnPort } = require('node:worker_threads');

const { port1, port2 } = new MessageChannel();
port1.on('message', (message) => {
  console.log('listener', message, 'took', receiveMessageOnPort(port1));
  if (message === 3) port1.close();
});
for (const message of [1, 2, 3]) port2.postMessage(message);
