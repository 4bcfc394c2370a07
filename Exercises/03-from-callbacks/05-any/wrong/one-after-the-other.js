// SPDX-License-Identifier: MIT
// fails: is fulfilled with the first success
async function any(inputs) {
  const errors = []
  for (const input of inputs) {
    try {
      return await input
    } catch (reason) {
      errors.push(reason)
    }
  }
  throw new AggregateError(errors)
}

module.exports = { any }
