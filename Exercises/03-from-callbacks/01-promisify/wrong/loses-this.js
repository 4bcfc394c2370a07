// SPDX-License-Identifier: MIT
// fails: keeps this
const promisify = (fn) => (...args) =>
  new Promise((resolve, reject) => {
    fn(...args, (error, result) => {
      if (error != null) reject(error)
      else resolve(result)
    })
  })

module.exports = { promisify }
