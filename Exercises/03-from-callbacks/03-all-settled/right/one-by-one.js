// SPDX-License-Identifier: MIT
// All are listened to from the beginning, so there is no harm in collecting one after the other.
async function allSettled(inputs) {
  const reports = Array.from([...inputs], async (input) => {
    try {
      return { status: 'fulfilled', value: await input }
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  })
  const collected = []
  for await (const report of reports) collected.push(report)
  return collected
}

module.exports = { allSettled }
