// SPDX-License-Identifier: MIT
// fails: keeps the order of the inputs
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = []
    if (waiting.length === 0) resolve(values)
    for (const input of waiting) {
      Promise.resolve(input).then((value) => {
        values.push(value)
        if (values.length === waiting.length) resolve(values)
      }, reject)
    }
  })
}

module.exports = { all }
