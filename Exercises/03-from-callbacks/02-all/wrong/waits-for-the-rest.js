// SPDX-License-Identifier: MIT
// fails: rejects as soon as one is rejected
function all(inputs) {
  return Promise.allSettled(inputs).then((outcomes) => {
    const failed = outcomes.find(({ status }) => status === 'rejected')
    if (failed) throw failed.reason
    return outcomes.map(({ value }) => value)
  })
}

module.exports = { all }
