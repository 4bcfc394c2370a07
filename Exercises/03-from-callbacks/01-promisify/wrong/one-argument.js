// SPDX-License-Identifier: MIT
// fails: passes the arguments on, a callback behind them
// Right for functions of one parameter, and for no others.
function promisify(fn) {
  return function (input) {
    return new Promise((resolve, reject) => {
      fn.call(this, input, (error, result) => (error != null ? reject(error) : resolve(result)))
    })
  }
}

module.exports = { promisify }
