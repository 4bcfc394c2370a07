// SPDX-License-Identifier: MIT
// fails: keeps the order of the inputs
// Whoever is among the inputs twice is found only in the first place.
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = new Array(waiting.length)
    let missing = waiting.length
    if (missing === 0) resolve(values)
    for (const input of waiting) {
      Promise.resolve(input).then((value) => {
        values[waiting.indexOf(input)] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    }
  })
}

module.exports = { all }
