// SPDX-License-Identifier: MIT
setTimeout(() => {
  console.log('parcel')
  queueMicrotask(() => console.log('signature'))
}, 0)

setTimeout(() => console.log('newspaper'), 0)

Promise.resolve().then(() => console.log('memo'))
queueMicrotask(() => console.log('sticky note'))

console.log('desk is open')
