// SPDX-License-Identifier: MIT
// Async functions that wait for messages one by one see them in order, with their own work between.
const { once } = require('node:events');

const { port1, port2 } = new MessageChannel();
const received = [];

async function consume() {
  while (received.length < 4) {
    const [message] = await once(port1, 'message');
    received.push(message);
    await null;
    console.log('worked on', message);
  }
  port1.close();
}
consume().then(() => console.log(received));
for (const message of ['a', 'b', 'c', 'd']) port2.postMessage(message);
