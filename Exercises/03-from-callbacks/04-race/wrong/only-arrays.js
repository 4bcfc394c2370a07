// SPDX-License-Identifier: MIT
// fails: takes any iterable
function race(inputs) {
  return new Promise((resolve, reject) => {
    for (let i = 0; i < inputs.length; i++) Promise.resolve(inputs[i]).then(resolve, reject)
  })
}

module.exports = { race }
