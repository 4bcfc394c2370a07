// SPDX-License-Identifier: MIT
// fails: rejects with the error
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve, reject) => {
      fn.call(this, ...args, (error, result) => {
        if (error != null) reject(new Error(error))
        else resolve(result)
      })
    })
  }
}

module.exports = { promisify }
