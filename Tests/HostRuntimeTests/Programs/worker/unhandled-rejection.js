// SPDX-License-Identifier: MIT
// A rejection that nobody handles ends the worker like an error; a reason that is no error is wrapped.
const { Worker } = require('node:worker_threads');

function run(code, next) {
  const worker = new Worker(code, { eval: true });
  worker.on('error', (error) => console.log(error.name, error.code, error.message));
  worker.on('exit', (exitCode) => {
    console.log('exit', exitCode);
    next?.();
  });
}

run('Promise.reject(new RangeError("rejected"))', () => run('Promise.reject({ reason: 7 })'));
