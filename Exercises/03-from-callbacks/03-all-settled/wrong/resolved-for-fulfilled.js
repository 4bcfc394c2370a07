// SPDX-License-Identifier: MIT
// fails: reports values
const allSettled = async (inputs) =>
  Promise.all(
    [...inputs].map((input) =>
      Promise.resolve(input).then(
        (value) => ({ status: 'resolved', value }),
        (reason) => ({ status: 'rejected', reason }),
      ),
    ),
  )

module.exports = { allSettled }
