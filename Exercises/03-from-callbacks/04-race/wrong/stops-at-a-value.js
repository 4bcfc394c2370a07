// SPDX-License-Identifier: MIT
// fails: lets later rejections pass in silence
// The race is decided, but a promise behind the winner may still be rejected, and then nobody listens.
function race(inputs) {
  return new Promise((resolve, reject) => {
    for (const input of inputs) {
      if (typeof input?.then !== 'function') {
        resolve(input)
        return
      }
      Promise.resolve(input).then(resolve, reject)
    }
  })
}

module.exports = { race }
