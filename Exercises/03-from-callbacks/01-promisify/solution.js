// SPDX-License-Identifier: MIT
function promisify(fn, { all = false } = {}) {
  return function (...args) {
    return new Promise((resolve, reject) => {
      fn.call(this, ...args, (error, ...results) => {
        if (error !== null && error !== undefined) reject(error)
        else resolve(all ? results : results[0])
      })
    })
  }
}

module.exports = { promisify }
