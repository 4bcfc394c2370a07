// SPDX-License-Identifier: MIT
// Messages are tasks of the poll phase: after ticks and microtasks of the script, before its immediates.
const { port1, port2 } = new MessageChannel();

port1.on('message', (message) => console.log(message));
setImmediate(() => {
  console.log('immediate');
  port1.close();
});
port2.postMessage('first message');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
port2.postMessage('second message');
console.log('script');
