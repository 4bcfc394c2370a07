// SPDX-License-Identifier: MIT
setImmediate(() => console.log('immediate'));
queueMicrotask(() => console.log('microtask'));
console.log('script');
await null;
console.log('module goes on');
