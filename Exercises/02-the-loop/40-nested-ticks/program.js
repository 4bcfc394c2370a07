// SPDX-License-Identifier: MIT
function nibble(crumb) {
  console.log(`crumb ${crumb}`)
  if (crumb < 3) {
    process.nextTick(nibble, crumb + 1)
  }
}

setTimeout(() => console.log('cat wakes'), 0)

Promise.resolve()
  .then(() => {
    console.log('mouse looks')
    process.nextTick(() => {
      console.log('mouse runs')
      Promise.resolve().then(() => console.log('mouse hides'))
      process.nextTick(() => console.log('clock chimes'))
    })
  })
  .then(() => console.log('mouse listens'))

process.nextTick(nibble, 1)
