// SPDX-License-Identifier: MIT
process.nextTick(() => console.log('tick 1'));
Promise.resolve().then(() => console.log('job 1')).then(() => console.log('job 2'));
process.nextTick(() => console.log('tick 2'));
queueMicrotask(() => console.log('microtask'));
