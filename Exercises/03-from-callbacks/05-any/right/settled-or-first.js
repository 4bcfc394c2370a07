// SPDX-License-Identifier: MIT
// Two promises race: the first success, which may never come, and the bad news, which need everybody.
async function any(inputs) {
  const promises = [...inputs].map(async (input) => input)
  const success = new Promise((resolve) => {
    for (const promise of promises) promise.then(resolve, () => {})
  })
  const failure = Promise.allSettled(promises).then((reports) => {
    if (reports.some(({ status }) => status === 'fulfilled')) return success
    throw new AggregateError(reports.map(({ reason }) => reason), 'no success')
  })
  return Promise.race([success, failure])
}

module.exports = { any }
