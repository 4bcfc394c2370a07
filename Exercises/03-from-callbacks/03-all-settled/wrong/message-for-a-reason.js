// SPDX-License-Identifier: MIT
// fails: hands the reason on as it is
async function allSettled(inputs) {
  return Promise.all(
    [...inputs].map(async (input) => {
      try {
        return { status: 'fulfilled', value: await input }
      } catch (error) {
        return { status: 'rejected', reason: error?.message ?? error }
      }
    }),
  )
}

module.exports = { allSettled }
