// SPDX-License-Identifier: MIT
// fails: rejects as soon as one is rejected
// `then` makes a promise, too: it is rejected along with its input, and nobody handles that one.
function all(inputs) {
  return new Promise((resolve, reject) => {
    const waiting = [...inputs]
    const values = new Array(waiting.length)
    let missing = waiting.length
    if (missing === 0) resolve(values)
    waiting.forEach((input, index) => {
      const promise = Promise.resolve(input)
      promise.catch(reject)
      promise.then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      })
    })
  })
}

module.exports = { all }
