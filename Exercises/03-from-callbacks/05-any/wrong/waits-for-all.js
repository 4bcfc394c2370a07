// SPDX-License-Identifier: MIT
// fails: is fulfilled with the first success
async function any(inputs) {
  const reports = await Promise.allSettled(inputs)
  const success = reports.find(({ status }) => status === 'fulfilled')
  if (success) return success.value
  throw new AggregateError(reports.map(({ reason }) => reason))
}

module.exports = { any }
