// SPDX-License-Identifier: MIT
// fails: takes any iterable
async function allSettled(inputs) {
  const reports = []
  const waits = []
  for (let i = 0; i < inputs.length; i++) {
    const wait = Promise.resolve(inputs[i]).then(
      (value) => (reports[i] = { status: 'fulfilled', value }),
      (reason) => (reports[i] = { status: 'rejected', reason }),
    )
    waits.push(wait)
  }
  await Promise.all(waits)
  return reports
}

module.exports = { allSettled }
