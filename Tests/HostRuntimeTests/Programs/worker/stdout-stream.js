// SPDX-License-Identifier: MIT
// stdout: true keeps the worker's output for a stream of the Worker.
const { Worker } = require('node:worker_threads');

const worker = new Worker('console.log("captured"); console.error("too"); process.stdout.write("end")', {
  eval: true, stdout: true, stderr: true,
});
const text = { stdout: '', stderr: '' };
let open = 2;
for (const name of ['stdout', 'stderr']) {
  worker[name].setEncoding('utf8');
  worker[name].on('data', (chunk) => text[name] += chunk);
  worker[name].on('end', () => {
    if (--open === 0) console.log(text);
  });
}
worker.on('exit', () => console.log('exit'));
