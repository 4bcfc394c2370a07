// SPDX-License-Identifier: MIT
// fails: is rejected when all are rejected
function any(inputs) {
  const swapped = [...inputs].map(
    (input) => new Promise((resolve, reject) => Promise.resolve(input).then(reject, resolve)),
  )
  return new Promise((resolve, reject) => Promise.all(swapped).then(reject, resolve))
}

module.exports = { any }
