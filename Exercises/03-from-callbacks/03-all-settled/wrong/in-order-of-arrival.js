// SPDX-License-Identifier: MIT
// fails: reports values
function allSettled(inputs) {
  return new Promise((resolve) => {
    const waiting = [...inputs]
    const reports = []
    const take = (report) => {
      reports.push(report)
      if (reports.length === waiting.length) resolve(reports)
    }
    if (waiting.length === 0) resolve(reports)
    for (const input of waiting) {
      Promise.resolve(input).then(
        (value) => take({ status: 'fulfilled', value }),
        (reason) => take({ status: 'rejected', reason }),
      )
    }
  })
}

module.exports = { allSettled }
