// SPDX-License-Identifier: MIT
// fails: keeps the order of the inputs
// The array is as long as it will be as soon as its last place is taken.
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = []
    if (waiting.length === 0) resolve(values)
    waiting.forEach((input, index) => {
      Promise.resolve(input).then((value) => {
        values[index] = value
        if (values.length === waiting.length) resolve(values)
      }, reject)
    })
  })
}

module.exports = { all }
