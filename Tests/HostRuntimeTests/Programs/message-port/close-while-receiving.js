// SPDX-License-Identifier: MIT
// A listener that closes its port still gets what waits.
const { port1, port2 } = new MessageChannel();

port1.on('message', (message) => {
  console.log(message);
  if (message === 1) port1.close();
});
port1.on('close', () => console.log('close'));
for (const message of [1, 2, 3]) port2.postMessage(message);
