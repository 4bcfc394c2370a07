// SPDX-License-Identifier: MIT
// An error in a listener comes up on its own, and the next listener and the next message still have their turn.
const { port1, port2 } = new MessageChannel();

process.on('uncaughtException', (error) => console.log('uncaught', error.message));
port1.on('message', (message) => {
  console.log('first', message);
  if (message === 1) throw new Error('from the first');
});
port1.on('message', async (message) => {
  console.log('second', message);
  if (message === 1) throw new Error('from the second');
  port1.close();
});
port2.postMessage(1);
port2.postMessage(2);
