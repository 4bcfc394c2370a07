// SPDX-License-Identifier: MIT
// HTML 10.2.2 "The event loop": the page's loop makes its steps while the worker's computes.
const worker = new Worker('fixtures/busy.js');
let ticks = 0;
const timer = setInterval(() => ticks++, 10);
worker.onmessage = ({ data }) => {
  clearInterval(timer);
  worker.terminate();
  console.log(data, ticks > 5);
};
