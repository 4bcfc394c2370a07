// SPDX-License-Identifier: MIT
// fails: serves those who wait in their order
// sort() compares texts unless it is told otherwise: '10' comes before '2'.
function semaphore(permits) {
  const waiting = new Map()
  let free = permits
  let number = 0

  function makeRelease() {
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      if (waiting.size === 0) {
        free += 1
        return
      }
      const [first] = [...waiting.keys()].sort()
      const next = waiting.get(first)
      waiting.delete(first)
      next(makeRelease())
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
      if (release === undefined) waiting.set(++number, resolve)
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
