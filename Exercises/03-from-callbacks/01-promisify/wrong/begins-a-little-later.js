// SPDX-License-Identifier: MIT
// fails: passes the arguments on, a callback behind them
// What stands behind the first await runs when the caller has gone on.
function promisify(fn) {
  return async function (...args) {
    await undefined
    return new Promise((resolve, reject) => {
      fn.call(this, ...args, (error, result) => (error != null ? reject(error) : resolve(result)))
    })
  }
}

module.exports = { promisify }
