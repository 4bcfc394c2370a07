// SPDX-License-Identifier: MIT
// fails: takes values and reasons of any kind
async function allSettled(inputs) {
  return Promise.all(
    [...inputs].map((promise) =>
      promise.then(
        (value) => ({ status: 'fulfilled', value }),
        (reason) => ({ status: 'rejected', reason }),
      ),
    ),
  )
}

module.exports = { allSettled }
