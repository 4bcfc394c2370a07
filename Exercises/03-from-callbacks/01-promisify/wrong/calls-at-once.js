// SPDX-License-Identifier: MIT
// fails: returns a function and calls nothing yet
function promisify(fn, ...args) {
  return new Promise((resolve, reject) => {
    fn(...args, (error, result) => (error != null ? reject(error) : resolve(result)))
  })
}

module.exports = { promisify }
