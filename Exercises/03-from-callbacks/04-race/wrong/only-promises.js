// SPDX-License-Identifier: MIT
// fails: takes plain values
function race(inputs) {
  return new Promise((resolve, reject) => {
    for (const input of inputs) input.then(resolve, reject)
  })
}

module.exports = { race }
