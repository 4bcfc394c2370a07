// SPDX-License-Identifier: MIT
console.log('curtain up')

process.nextTick(() => console.log('usher nods'))
Promise.resolve().then(() => console.log('band plays'))

setTimeout(() => {
  console.log('interval')
  Promise.resolve().then(() => console.log('ice cream'))
  process.nextTick(() => console.log('doors open'))
}, 0)

await null
console.log('second act')
