// SPDX-License-Identifier: MIT
// fails: rejects with the value as it is
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve, reject) => {
      fn.call(this, ...args, (error, result) => {
        if (error instanceof Error || error?.message) reject(error)
        else resolve(result)
      })
    })
  }
}

module.exports = { promisify }
