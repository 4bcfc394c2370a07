// SPDX-License-Identifier: MIT
// fails: takes values and reasons of any kind
// A rejection without a reason looks like a value that is undefined.
async function allSettled(inputs) {
  const outcomes = [...inputs].map((input) =>
    Promise.resolve(input).then((value) => ({ value }), (reason) => ({ reason })),
  )
  const found = await Promise.all(outcomes)
  return found.map(({ value, reason }) =>
    reason === undefined ? { status: 'fulfilled', value } : { status: 'rejected', reason },
  )
}

module.exports = { allSettled }
