// SPDX-License-Identifier: MIT
// fails: reports values
async function allSettled(inputs) {
  return Promise.all(
    [...inputs].map(async (input) => {
      const report = { status: 'pending', value: undefined, reason: undefined }
      try {
        report.value = await input
        report.status = 'fulfilled'
      } catch (error) {
        report.reason = error
        report.status = 'rejected'
      }
      return report
    }),
  )
}

module.exports = { allSettled }
