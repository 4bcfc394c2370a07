// SPDX-License-Identifier: MIT
// The captured output can be iterated.
const { Worker } = require('node:worker_threads');

(async () => {
  const worker = new Worker('for (let i = 0; i < 3; i++) console.log(i)', { eval: true, stdout: true });
  let text = '';
  for await (const chunk of worker.stdout) text += chunk;
  console.log(JSON.stringify(text));
})();
