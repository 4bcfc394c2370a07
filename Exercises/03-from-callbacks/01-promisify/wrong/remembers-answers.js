// SPDX-License-Identifier: MIT
// fails: keeps calls apart
// Whoever asks the same again gets what the first one got.
function promisify(fn) {
  const answers = new Map()
  return function (...args) {
    const key = JSON.stringify(args)
    if (!answers.has(key)) {
      const answer = new Promise((resolve, reject) => {
        fn.call(this, ...args, (error, result) => (error != null ? reject(error) : resolve(result)))
      })
      answers.set(key, answer)
    }
    return answers.get(key)
  }
}

module.exports = { promisify }
