// SPDX-License-Identifier: MIT
// fails: keeps calls apart
// Whoever asks while an answer is on its way gets that answer.
function promisify(fn) {
  let pending
  return function (...args) {
    pending ??= new Promise((resolve, reject) => {
      fn.call(this, ...args, (error, result) => {
        pending = undefined
        if (error != null) reject(error)
        else resolve(result)
      })
    })
    return pending
  }
}

module.exports = { promisify }
