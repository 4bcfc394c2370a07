// SPDX-License-Identifier: MIT
// fails: lists the reasons in the order of the inputs
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = new Array(waiting.length)
    let hopes = waiting.length
    if (hopes === 0) reject(new AggregateError(errors))
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(resolve, (reason) => {
        errors[index] = String(reason?.message ?? reason)
        hopes -= 1
        if (hopes === 0) reject(new AggregateError(errors))
      })
    })
  })
}

module.exports = { any }
