// SPDX-License-Identifier: MIT
// workerData is a clone; what is in the transfer list is moved, and shared memory is shared.
const { Worker } = require('node:worker_threads');

const moved = new ArrayBuffer(8);
const shared = new SharedArrayBuffer(4);
const data = { list: [1, { two: 2 }], date: new Date(0), moved, shared, same: undefined };
data.same = data.list;
const worker = new Worker(`
  const { parentPort, workerData } = require('node:worker_threads');
  workerData.list.push('changed in the worker');
  new Int32Array(workerData.shared)[0] = 42;
  parentPort.postMessage([workerData.same === workerData.list, workerData.date, workerData.moved.byteLength]);
`, { eval: true, workerData: data, transferList: [moved] });
console.log(moved.byteLength);
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log(data.list, new Int32Array(shared)[0]));
