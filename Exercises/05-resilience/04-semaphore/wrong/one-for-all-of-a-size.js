// SPDX-License-Identifier: MIT
// fails: no permit lies idle
// Two workshops with two kilns each, and one line for both.
const made = new Map()

function semaphore(permits) {
  if (!made.has(permits)) made.set(permits, make(permits))
  return made.get(permits)
}

function make(permits) {
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
      return await fn()
    } finally {
      release()
    }
  }

  return { acquire, tryAcquire, run }
}

module.exports = { semaphore }
