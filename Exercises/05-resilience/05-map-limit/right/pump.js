// SPDX-License-Identifier: MIT
// The older shape: callbacks, a counter of what is running, and a pump that fills up again.
function mapLimit(items, limit, fn) {
  return new Promise(function (resolve, reject) {
    const iterator = items[Symbol.iterator]()
    const results = []
    let running = 0
    let started = 0
    let isExhausted = false
    let isOver = false

    function fail(error) {
      isOver = true
      reject(error)
    }

    function pump() {
      while (!isOver && !isExhausted && running < limit) {
        const { done, value } = iterator.next()
        if (done) {
          isExhausted = true
          break
        }
        begin(value, started++)
      }
      if (isExhausted && running === 0) resolve(results)
    }

    function begin(item, index) {
      running++
      new Promise((start) => start(fn(item, index))).then(function (result) {
        running--
        results[index] = result
        pump()
      }, fail)
    }

    pump()
  })
}

module.exports = { mapLimit }
