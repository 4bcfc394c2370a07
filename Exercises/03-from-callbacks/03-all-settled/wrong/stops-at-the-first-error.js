// SPDX-License-Identifier: MIT
// fails: reports values and reasons, in order
async function allSettled(inputs) {
  const values = await Promise.all(inputs)
  return values.map((value) => ({ status: 'fulfilled', value }))
}

module.exports = { allSettled }
