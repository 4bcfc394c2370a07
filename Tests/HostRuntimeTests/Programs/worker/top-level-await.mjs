// SPDX-License-Identifier: MIT
// A pool of promises over workers, awaited at the top level.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const file = new URL('./fixtures/double.mjs', import.meta.url);
const runs = [[1], [2, 3], []].map(async (numbers) => {
  const [result] = await once(new Worker(file, { workerData: numbers }), 'message');
  return result;
});
console.log(await Promise.all(runs));
