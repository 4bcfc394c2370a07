// SPDX-License-Identifier: MIT
// fails: keeps calls apart
// One pair of functions for all calls: each call overwrites that of the one before.
function promisify(fn) {
  let resolve
  let reject
  const callback = (error, result) => (error != null ? reject(error) : resolve(result))
  return function (...args) {
    return new Promise((fulfil, fail) => {
      resolve = fulfil
      reject = fail
      fn.call(this, ...args, callback)
    })
  }
}

module.exports = { promisify }
