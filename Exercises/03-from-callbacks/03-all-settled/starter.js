// SPDX-License-Identifier: MIT
async function allSettled(inputs) {
  const reports = []
  for (const input of inputs) {
    // What if this one is rejected? And what happens to the others while we wait here?
    reports.push(await input)
  }
  return reports
}

module.exports = { allSettled }
