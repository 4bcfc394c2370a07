// SPDX-License-Identifier: MIT
// fails: lists the reasons in the order of the inputs
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = []
    if (waiting.length === 0) reject(new AggregateError(errors))
    for (const input of waiting) {
      Promise.resolve(input).then(resolve, (reason) => {
        errors.push(reason)
        if (errors.length === waiting.length) reject(new AggregateError(errors))
      })
    }
  })
}

module.exports = { any }
