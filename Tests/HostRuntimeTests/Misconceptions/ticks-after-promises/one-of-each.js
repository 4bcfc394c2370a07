// SPDX-License-Identifier: MIT
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
console.log('script');
