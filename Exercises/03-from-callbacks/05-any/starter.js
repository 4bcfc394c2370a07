// SPDX-License-Identifier: MIT
function any(inputs) {
  return new Promise((resolve, reject) => {
    for (const input of inputs) {
      // One rejection is no reason to give up. When is there one?
      Promise.resolve(input).then(resolve, reject)
    }
  })
}

module.exports = { any }
