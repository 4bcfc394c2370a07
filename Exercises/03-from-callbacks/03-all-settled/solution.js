// SPDX-License-Identifier: MIT
function allSettled(inputs) {
  return new Promise((resolve) => {
    const waiting = [...inputs]
    const reports = new Array(waiting.length)
    let missing = waiting.length
    if (missing === 0) resolve(reports)
    const take = (index, report) => {
      reports[index] = report
      missing -= 1
      if (missing === 0) resolve(reports)
    }
    waiting.forEach((input, index) => {
      Promise.resolve(input).then(
        (value) => take(index, { status: 'fulfilled', value }),
        (reason) => take(index, { status: 'rejected', reason }),
      )
    })
  })
}

module.exports = { allSettled }
