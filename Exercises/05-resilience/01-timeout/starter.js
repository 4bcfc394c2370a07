// SPDX-License-Identifier: MIT
function timeout(work, ms) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('too late')), ms)
    // What about the work?
  })
}

module.exports = { timeout }
