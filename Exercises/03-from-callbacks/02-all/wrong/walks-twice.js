// SPDX-License-Identifier: MIT
// fails: takes any iterable
function all(inputs) {
  return new Promise((resolve, reject) => {
    let missing = [...inputs].length
    const values = []
    let index = 0
    if (missing === 0) resolve(values)
    for (const input of inputs) {
      const place = index++
      Promise.resolve(input).then((value) => {
        values[place] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    }
  })
}

module.exports = { all }
