// SPDX-License-Identifier: MIT
// HTML 10.2.2 "The event loop": a worker has an event loop of its own, in which each message is a task, with a
// microtask checkpoint after it (8.1.7.3, step 2.8) and timers behind.
const worker = new Worker('fixtures/order.js');
worker.onmessage = ({ data }) => {
  console.log(data);
  if (data === 'timer') worker.terminate();
};
for (const number of [1, 2]) worker.postMessage(number);
