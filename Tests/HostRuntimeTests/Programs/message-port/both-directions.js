// SPDX-License-Identifier: MIT
// Each end receives what the other sent.
const { port1, port2 } = new MessageChannel();

port1.on('message', (message) => console.log('at port1:', message));
port2.on('message', (message) => {
  console.log('at port2:', message);
  if (message === 'last') port2.close();
});
port1.on('close', () => console.log('port1 closed'));
port1.postMessage('to port2');
port2.postMessage('to port1');
port1.postMessage('last');
