// SPDX-License-Identifier: MIT
// fails: takes any result
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve, reject) => {
      fn.call(this, ...args, (error, result) => {
        if (result) resolve(result)
        else reject(error)
      })
    })
  }
}

module.exports = { promisify }
