// SPDX-License-Identifier: MIT
// A module starts a worker beside it by import.meta.url.
import { Worker, isMainThread } from 'node:worker_threads';

const worker = new Worker(new URL('./fixtures/double.mjs', import.meta.url), { workerData: [1, 2, 3] });
worker.on('message', (message) => console.log(isMainThread, message));
const code = await new Promise((resolve) => worker.on('exit', resolve));
console.log('exit', code);
