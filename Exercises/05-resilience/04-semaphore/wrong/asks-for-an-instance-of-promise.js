// SPDX-License-Identifier: MIT
// fails: run gives the value and the permit back
// What a query builder or another library returns is a thenable, and no instance of Promise.
function semaphore(permits) {
  const waiting = []
  let free = permits

  function makeRelease() {
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next(makeRelease())
    }
  }

  function tryAcquire() {
    if (free === 0) return undefined
    free -= 1
    return makeRelease()
  }

  function acquire() {
    return new Promise((resolve) => {
      const release = tryAcquire()
      if (release === undefined) waiting.push(resolve)
      else resolve(release)
    })
  }

  async function run(fn) {
    const release = await acquire()
    try {
      const result = fn()
      return result instanceof Promise ? await result : result
    } finally {
      release()
    }
  }

  return { acquire, tryAcquire, run }
}

module.exports = { semaphore }
