// SPDX-License-Identifier: MIT
// fails: lets any value win
function race(inputs) {
  return new Promise((resolve, reject) => {
    for (const input of inputs) {
      Promise.resolve(input).then((value) => {
        if (value) resolve(value)
      }, reject)
    }
  })
}

module.exports = { race }
