// SPDX-License-Identifier: MIT
const start = performance.now()
let missing = 4

function ask(milliseconds, callback) {
  setTimeout(() => {
    missing -= 1
    if (callback) callback()
    if (missing === 0) console.log(Math.round(performance.now() - start))
  }, milliseconds)
}

ask(60, () => {
  ask(90)
  ask(150)
})
ask(180)
