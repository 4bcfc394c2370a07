// SPDX-License-Identifier: MIT
// fails: waits for a success behind rejections
// The array is as long as it will be as soon as its last place is taken.
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = []
    if (waiting.length === 0) reject(new AggregateError(errors))
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(resolve, (reason) => {
        errors[index] = reason
        if (errors.length === waiting.length) reject(new AggregateError(errors))
      })
    })
  })
}

module.exports = { any }
