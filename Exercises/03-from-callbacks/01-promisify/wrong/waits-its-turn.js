// SPDX-License-Identifier: MIT
// fails: keeps calls apart
// A call begins when the one before has its answer: nothing ever overlaps.
function promisify(fn) {
  let before
  return function (...args) {
    const call = () =>
      new Promise((resolve, reject) => {
        fn.call(this, ...args, (error, result) => (error != null ? reject(error) : resolve(result)))
      })
    before = before === undefined ? call() : before.then(call, call)
    return before
  }
}

module.exports = { promisify }
