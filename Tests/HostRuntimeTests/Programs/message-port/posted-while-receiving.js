// SPDX-License-Identifier: MIT
// What a listener posts to its own port arrives in the same round, before immediates.
const { port1, port2 } = new MessageChannel();

port1.on('message', (count) => {
  console.log(count);
  if (count < 5) port2.postMessage(count + 1);
  else port1.close();
});
setImmediate(() => console.log('immediate'));
port2.postMessage(1);
