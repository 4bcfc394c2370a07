// SPDX-License-Identifier: MIT
setTimeout(() => {
  console.log('timer');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('job'));
}, 10);
