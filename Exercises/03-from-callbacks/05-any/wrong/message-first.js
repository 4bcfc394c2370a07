// SPDX-License-Identifier: MIT
// fails: lists the reasons in the order of the inputs
// A text is iterable, too: the aggregate holds its letters.
function any(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const errors = new Array(waiting.length)
    let hopes = waiting.length
    const giveUp = () => reject(new AggregateError('all failed', errors))
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
