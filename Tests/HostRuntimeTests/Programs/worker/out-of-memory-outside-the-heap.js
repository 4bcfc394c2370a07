// SPDX-License-Identifier: MIT
// Elements, characters and tables count as well, wherever the engine keeps them; what is let go does not.
const { Worker } = require('node:worker_threads');

const programs = [
  'const kept = []; for (;;) kept.push(new Array(1000).fill(1));',
  'const kept = []; for (let i = 0; ; i++) kept.push("x".repeat(1000) + i);',
  'const kept = new Map(); for (let i = 0; ; i++) kept.set(i, i);',
  'for (let i = 0; i < 300; i++) new Array(1e5).fill(i); console.log("nothing kept");',
];

function run(index) {
  if (index === programs.length) return;
  const worker = new Worker(programs[index], { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
  worker.on('error', (error) => console.log(error.code));
  worker.on('exit', (code) => {
    console.log('exit', code);
    run(index + 1);
  });
}
run(0);
