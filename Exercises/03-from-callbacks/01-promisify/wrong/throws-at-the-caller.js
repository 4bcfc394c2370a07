// SPDX-License-Identifier: MIT
// fails: rejects when the function throws
// What is thrown before the promise exists never gets into it.
function promisify(fn) {
  return function (...args) {
    let settle
    const promise = new Promise((resolve, reject) => {
      settle = (error, result) => (error != null ? reject(error) : resolve(result))
    })
    fn.call(this, ...args, settle)
    return promise
  }
}

module.exports = { promisify }
