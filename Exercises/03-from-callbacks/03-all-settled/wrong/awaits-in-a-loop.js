// SPDX-License-Identifier: MIT
// fails: leaves no rejection unhandled
// The next one fails while the loop still waits for the first, and nobody listens to it yet.
async function allSettled(inputs) {
  const reports = []
  for (const input of [...inputs]) {
    try {
      reports.push({ status: 'fulfilled', value: await input })
    } catch (reason) {
      reports.push({ status: 'rejected', reason })
    }
  }
  return reports
}

module.exports = { allSettled }
