// SPDX-License-Identifier: MIT
// fails: lets later rejections pass in silence
// What `then` returns is rejected along with its input, and nobody handles that promise.
function race(inputs) {
  return new Promise((resolve, reject) => {
    for (const input of inputs) {
      const runner = Promise.resolve(input)
      runner.then(resolve)
      runner.catch(reject)
    }
  })
}

module.exports = { race }
