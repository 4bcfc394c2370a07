// SPDX-License-Identifier: MIT
// Between two messages that wait, ticks and microtasks run; immediates do not.
const { port1, port2 } = new MessageChannel();

port1.on('message', (message) => {
  console.log('message', message);
  Promise.resolve().then(() => console.log('microtask', message));
  process.nextTick(() => console.log('tick', message));
  setImmediate(() => console.log('immediate', message));
  if (message === 3) port1.close();
});
for (const message of [1, 2, 3]) port2.postMessage(message);
