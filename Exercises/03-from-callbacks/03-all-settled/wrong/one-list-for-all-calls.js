// SPDX-License-Identifier: MIT
// fails: holds in any order of arrival
// These belong to one call, and two that overlap share them.
let reports = []
let missing = 0

function allSettled(inputs) {
  return new Promise((resolve) => {
    const waiting = [...inputs]
    reports = []
    missing = waiting.length
    if (missing === 0) resolve(reports)
    waiting.forEach(async (input, index) => {
      try {
        reports[index] = { status: 'fulfilled', value: await input }
      } catch (reason) {
        reports[index] = { status: 'rejected', reason }
      }
      missing -= 1
      if (missing === 0) resolve(reports)
    })
  })
}

module.exports = { allSettled }
