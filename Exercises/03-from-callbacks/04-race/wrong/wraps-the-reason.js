// SPDX-License-Identifier: MIT
// fails: is rejected when the first to settle is rejected
function race(inputs) {
  return new Promise((resolve, reject) => {
    const lose = (reason) => reject(new Error(`the race was lost: ${reason}`))
    for (const input of inputs) Promise.resolve(input).then(resolve, lose)
  })
}

module.exports = { race }
