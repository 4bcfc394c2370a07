// SPDX-License-Identifier: MIT
// The code of the 'exit' event: as process.exit, process.exitCode and the 'exit' listeners leave it.
const { Worker } = require('node:worker_threads');

const programs = [
  '',
  'process.exit(3)',
  'process.exit("7")',
  'process.exitCode = 4',
  'process.on("exit", () => { process.exitCode = 9; })',
  'process.on("exit", () => process.exit(8))',
  'process.exitCode = 6; setTimeout(() => process.exit(), 1)',
  'process.once("exit", () => process.exit(5)); process.exit(2)',
];

function run(index) {
  if (index === programs.length) return;
  const worker = new Worker(programs[index], { eval: true });
  worker.on('exit', (code) => {
    console.log(code, programs[index]);
    run(index + 1);
  });
}
run(0);
