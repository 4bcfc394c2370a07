// SPDX-License-Identifier: MIT
// fails: takes values of any kind
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = []
    let missing = waiting.length
    if (missing === 0) resolve(values)
    waiting.forEach((promise, index) => {
      promise.then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    })
  })
}

module.exports = { all }
