// SPDX-License-Identifier: MIT
// fails: rejects with the error
// The callback runs later, when the executor has long returned: nobody catches what it throws.
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve) => {
      fn.call(this, ...args, (error, result) => {
        if (error != null) throw error
        resolve(result)
      })
    })
  }
}

module.exports = { promisify }
