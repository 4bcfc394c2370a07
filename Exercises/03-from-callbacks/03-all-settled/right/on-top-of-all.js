// SPDX-License-Identifier: MIT
// Each input becomes a promise that cannot fail, and `all` has nothing left to stumble over.
const report = (input) =>
  Promise.resolve(input).then(
    (value) => ({ status: 'fulfilled', value }),
    (reason) => ({ status: 'rejected', reason }),
  )

async function allSettled(inputs) {
  return Promise.all([...inputs].map(report))
}

module.exports = { allSettled }
