// SPDX-License-Identifier: MIT
// fails: takes values and thenables
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = new Array(waiting.length)
    let hopes = waiting.length
    if (hopes === 0) reject(new AggregateError(errors))
    waiting.forEach((promise, index) => {
      promise.then(resolve, (reason) => {
        errors[index] = reason
        hopes -= 1
        if (hopes === 0) reject(new AggregateError(errors))
      })
    })
  })
}

module.exports = { any }
