// SPDX-License-Identifier: MIT
// fails: reports values and reasons, in order
function allSettled(inputs) {
  return new Promise((resolve) => {
    const waiting = [...inputs]
    const reports = []
    let missing = waiting.length
    if (missing === 0) resolve(reports)
    waiting.forEach(async (input, index) => {
      try {
        reports[index] = { status: 'fulfilled', value: await input }
        missing -= 1
      } catch (reason) {
        reports[index] = { status: 'rejected', reason }
      }
      if (missing === 0) resolve(reports)
    })
  })
}

module.exports = { allSettled }
