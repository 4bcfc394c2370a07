// SPDX-License-Identifier: MIT
// fails: is fulfilled with the result
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve) => {
      fn.call(this, ...args, resolve)
    })
  }
}

module.exports = { promisify }
