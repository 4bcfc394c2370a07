// SPDX-License-Identifier: MIT
requestAnimationFrame(() => {
  console.log('hoist sail')
  Promise.resolve().then(() => console.log('sail fills'))
  requestAnimationFrame(() => console.log('trim sail'))
})

requestAnimationFrame(() => console.log('raise anchor'))

queueMicrotask(() => console.log('check the wind'))
console.log('all aboard')
