// SPDX-License-Identifier: MIT
// fails: is rejected when there are no inputs
// Only an empty array has a length of 0.
function any(inputs) {
  return new Promise((resolve, reject) => {
    const errors = []
    let hopes = 0
    if (inputs.length === 0) reject(new AggregateError(errors))
    for (const input of inputs) {
      const place = hopes++
      Promise.resolve(input).then(resolve, (reason) => {
        errors[place] = reason
        if (--hopes === 0) reject(new AggregateError(errors))
      })
    }
  })
}

module.exports = { any }
