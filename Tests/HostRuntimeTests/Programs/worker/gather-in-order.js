// SPDX-License-Identifier: MIT
// Work for four workers; the results stand in the order of the work, not of their arrival.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const file = path.join(__dirname, 'fixtures', 'primes.js');
const ranges = [[0, 10], [10, 1000], [1000, 5000], [5000, 6000], [6000, 9000], [9000, 9001]];

async function serve(worker, results) {
  while (ranges.length > 0) {
    const index = results.length;
    results.push(undefined);
    worker.postMessage(ranges.shift());
    results[index] = await new Promise((resolve) => worker.once('message', resolve));
  }
  await worker.terminate();
}

(async () => {
  const results = [];
  await Promise.all([1, 2, 3, 4].map(() => serve(new Worker(file), results)));
  for (const { range, count } of results) console.log(range, count);
})();
