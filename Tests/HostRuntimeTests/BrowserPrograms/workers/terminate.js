// SPDX-License-Identifier: MIT
// HTML 10.2.6.3, terminate(), step "terminate a worker" (10.2.4): a script that runs is aborted, and nothing comes any
// more.
const worker = new Worker('fixtures/endless.js');
worker.onmessage = ({ data }) => {
  console.log(data);
  worker.terminate();
  worker.postMessage('to nobody');
  console.log('terminated');
};
