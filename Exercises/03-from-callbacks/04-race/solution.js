// SPDX-License-Identifier: MIT
function race(inputs) {
  return new Promise((resolve, reject) => {
    for (const input of inputs) Promise.resolve(input).then(resolve, reject)
  })
}

module.exports = { race }
