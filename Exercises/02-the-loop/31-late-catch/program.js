// SPDX-License-Identifier: MIT
process.on('unhandledRejection', (error) => {
  console.log(`nobody took the ${error.message}`)
})
process.on('rejectionHandled', () => console.log('sorry, taken now'))

const milk = Promise.reject(new Error('milk'))
const eggs = Promise.reject(new Error('eggs'))

queueMicrotask(() => {
  milk.catch(() => console.log('milk into the fridge'))
})
setTimeout(() => {
  eggs.catch(() => console.log('eggs into the fridge'))
}, 0)

console.log('shopping on the step')
