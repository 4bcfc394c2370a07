// SPDX-License-Identifier: MIT
// fails: waits for a success behind rejections
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    if (waiting.length === 0) reject(new AggregateError([]))
    for (const input of waiting) {
      Promise.resolve(input).then(resolve, (reason) => reject(new AggregateError([reason])))
    }
  })
}

module.exports = { any }
