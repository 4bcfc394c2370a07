// SPDX-License-Identifier: MIT
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = new Array(waiting.length)
    let missing = waiting.length
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
