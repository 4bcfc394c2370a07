// SPDX-License-Identifier: MIT
queueMicrotask(() => {
  console.log('open jar')
  process.nextTick(() => console.log('wipe table'))
  queueMicrotask(() => console.log('close jar'))
})

queueMicrotask(() => console.log('spread jam'))

process.nextTick(() => {
  console.log('slice bread')
  process.nextTick(() => console.log('toast bread'))
})
