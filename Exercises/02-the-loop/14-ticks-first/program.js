// SPDX-License-Identifier: MIT
setImmediate(() => console.log('day shift'))
Promise.resolve().then(() => console.log('lift arrives'))
process.nextTick(() => console.log('phone rings'))
queueMicrotask(() => console.log('guest at desk'))
process.nextTick(() => console.log('bell rings'))
console.log('porter sits down')
