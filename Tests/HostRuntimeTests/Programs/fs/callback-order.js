// SPDX-License-Identifier: MIT
'use strict';
// Around one callback: ticks and promise jobs of the script come first; an immediate that the callback asks for comes
// before its timer.
const fs = require('node:fs');

fs.stat(__filename, () => {
  console.log('callback');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => {
    console.log('immediate');
    process.nextTick(() => console.log('tick of the immediate'));
  });
  Promise.resolve().then(() => console.log('promise'));
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
});
process.nextTick(() => console.log('tick of the script'));
Promise.resolve().then(() => console.log('promise of the script'));
console.log('script');
