// SPDX-License-Identifier: MIT
// HTML 8.1.4.6 "report an exception", the steps for a worker's global: the event at the Worker is cancelable, has the
// place of the error and not the error itself; the worker goes on.
const worker = new Worker('fixtures/failing.js');
let errors = 0;
worker.onerror = (event) => {
  const { message, lineno, colno, error, cancelable, filename } = event;
  console.log(event instanceof ErrorEvent, message, lineno, colno, error, cancelable, filename.endsWith('failing.js'));
  event.preventDefault();
  if (++errors === 2) worker.terminate();
};
addEventListener('error', () => console.log('never'));
worker.postMessage(1);
worker.postMessage(2);
