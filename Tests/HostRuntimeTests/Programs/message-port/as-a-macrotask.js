// SPDX-License-Identifier: MIT
// A channel as the fastest task there is: between microtasks and timers, without starving either.
const { port1, port2 } = new MessageChannel();
const order = [];

let rounds = 0;
port1.on('message', () => {
  order.push(`task ${++rounds}`);
  Promise.resolve().then(() => order.push(`microtask ${rounds}`));
  if (rounds === 3) port1.close();
});
port1.on('close', () => console.log(order));
queueMicrotask(() => order.push('microtask of the script'));
for (let i = 0; i < 3; i++) port2.postMessage(null);
order.push('script');
