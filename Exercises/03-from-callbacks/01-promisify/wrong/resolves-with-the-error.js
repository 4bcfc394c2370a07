// SPDX-License-Identifier: MIT
// fails: rejects with the error
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve) => {
      fn.call(this, ...args, (error, result) => resolve(error ?? result))
    })
  }
}

module.exports = { promisify }
