// SPDX-License-Identifier: MIT
// What the constructor refuses, with which words.
const { Worker } = require('node:worker_threads');

function attempt(...args) {
  try {
    new Worker(...args);
    console.log('accepted');
  } catch (error) {
    console.log(`${error.name} ${error.code}: ${error.message}`);
  }
}

attempt();
attempt(5);
attempt('worker.js');
attempt('file:///worker.js');
attempt('data:text/javascript,1');
attempt(5, { eval: true });
attempt(new URL('file:///worker.js'), { eval: true });
attempt('1', { eval: true, argv: 5 });
attempt('1', { eval: true, env: 5 });
attempt('1', { eval: true, execArgv: 5 });
attempt('1', { eval: true, name: 5 });
attempt('1', { eval: true, workerData: () => {} });
attempt('1', { eval: true, workerData: new MessageChannel().port1 });
attempt('1', { eval: true, transferList: [{}] });
