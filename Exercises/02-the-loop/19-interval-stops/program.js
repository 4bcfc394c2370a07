// SPDX-License-Identifier: MIT
let laps = 0

const swimming = setInterval(() => {
  laps += 1
  queueMicrotask(() => console.log(`${laps} on the board`))
  if (laps === 3) {
    clearInterval(swimming)
  }
  console.log(`lap ${laps}`)
}, 40)

setTimeout(() => console.log('whistle'), 100)
setTimeout(() => console.log('coffee'), 180)
console.log('dive in')
