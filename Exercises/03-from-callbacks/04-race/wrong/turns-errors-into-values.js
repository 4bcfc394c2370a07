// SPDX-License-Identifier: MIT
// fails: is rejected when the first to settle is rejected
function race(inputs) {
  return new Promise((resolve) => {
    for (const input of inputs) Promise.resolve(input).then(resolve, resolve)
  })
}

module.exports = { race }
