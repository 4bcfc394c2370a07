// SPDX-License-Identifier: MIT
setTimeout(() => console.log('slow bus'), 90)

setTimeout(() => {
  console.log('tram')
  setTimeout(() => console.log('taxi'), 30)
}, 30)

setTimeout(() => console.log('metro'), 1)
setTimeout(() => console.log('bicycle'), 0)
setTimeout(() => console.log('scooter'), -50)
setTimeout(() => console.log('skateboard'))
console.log('leave the house')
