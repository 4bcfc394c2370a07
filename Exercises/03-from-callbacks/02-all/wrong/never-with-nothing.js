// SPDX-License-Identifier: MIT
// fails: gives an empty array for no inputs
function all(inputs) {
  return new Promise((resolve, reject) => {
    const values = []
    let missing = 0
    for (const input of inputs) {
      const index = missing++
      Promise.resolve(input).then((value) => {
        values[index] = value
        if (--missing === 0) resolve(values)
      }, reject)
    }
  })
}

module.exports = { all }
