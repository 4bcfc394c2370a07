// SPDX-License-Identifier: MIT
// fails: takes values of any kind
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = []
    if (waiting.length === 0) resolve(values)
    waiting.forEach((input, index) => {
      Promise.resolve(input).then((value) => {
        values[index] = value
        if (values.filter(Boolean).length === waiting.length) resolve(values)
      }, reject)
    })
  })
}

module.exports = { all }
