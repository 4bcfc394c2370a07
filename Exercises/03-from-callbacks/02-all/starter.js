// SPDX-License-Identifier: MIT
function all(inputs) {
  return new Promise((resolve, reject) => {
    const values = []
    for (const input of inputs) {
      // When does the value of this input arrive, and where does it go?
    }
    resolve(values)
  })
}

module.exports = { all }
