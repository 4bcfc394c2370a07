// SPDX-License-Identifier: MIT
// fails: run gives the permit back after a failure
// A promise may be rejected with anything, null too.
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
    let value, error
    try {
      value = await fn()
    } catch (thrown) {
      error = thrown
    }
    release()
    if (error) throw error
    return value
  }

  return { acquire, tryAcquire, run }
}

module.exports = { semaphore }
