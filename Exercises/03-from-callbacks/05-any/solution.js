// SPDX-License-Identifier: MIT
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = new Array(waiting.length)
    let hopes = waiting.length
    const giveUp = () => reject(new AggregateError(errors, 'all failed'))
    if (hopes === 0) giveUp()
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(resolve, (reason) => {
        errors[index] = reason
        hopes -= 1
        if (hopes === 0) giveUp()
      })
    })
  })
}

module.exports = { any }
