// SPDX-License-Identifier: MIT
// A module's body runs in the poll phase; a port made there is first looked at in the next one.
const { port1, port2 } = new MessageChannel();
port1.on('message', () => {
  console.log('message');
  port1.close();
});
port2.postMessage(1);
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
const start = performance.now();
while (performance.now() - start < 5);
