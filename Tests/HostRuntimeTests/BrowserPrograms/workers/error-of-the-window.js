// SPDX-License-Identifier: MIT
// HTML 8.1.4.6 "report an exception", the last step for a worker's global: what the Worker's listeners do not cancel
// is an error of the window.
const worker = new Worker('fixtures/failing.js');
worker.onerror = ({ message }) => console.log('worker', message);
addEventListener('error', (event) => {
  console.log('window', event.message, event.error);
  event.preventDefault();
  worker.terminate();
});
worker.postMessage(1);
