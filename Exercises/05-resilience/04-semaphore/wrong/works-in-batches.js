// SPDX-License-Identifier: MIT
// fails: no permit lies idle
function semaphore(permits) {
  let batch = []
  let last = Promise.resolve()

  function run(fn) {
    if (batch.length === permits) {
      last = Promise.allSettled(batch)
      batch = []
    }
    const result = last.then(() => fn())
    batch.push(result)
    return result
  }

  function acquire() {
    return new Promise((resolve) => {
      run(() => new Promise((release) => resolve(release)))
    })
  }

  return { acquire, run }
}

module.exports = { semaphore }
