// SPDX-License-Identifier: MIT --events=2000
// It never ends; what repeats itself is folded.
let count = 0
setInterval(() => {
  console.log('beat', ++count)
  queueMicrotask(() => {})
}, 1000)
