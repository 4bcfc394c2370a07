// SPDX-License-Identifier: MIT
// fails: is rejected when all are rejected
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    let hopes = waiting.length
    if (hopes === 0) reject(new AggregateError([]))
    for (const input of waiting) {
      Promise.resolve(input).then(resolve, (reason) => {
        hopes -= 1
        if (hopes === 0) reject(reason)
      })
    }
  })
}

module.exports = { any }
