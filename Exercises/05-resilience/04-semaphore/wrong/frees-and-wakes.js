// SPDX-License-Identifier: MIT
// fails: nobody pushes in
function semaphore(permits) {
  const waiting = []
  let free = permits

  function makeRelease() {
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      free += 1
      waiting.shift()?.()
    }
  }

  function tryAcquire() {
    if (free === 0) return undefined
    free -= 1
    return makeRelease()
  }

  function acquire() {
    const release = tryAcquire()
    if (release !== undefined) return Promise.resolve(release)
    return new Promise((resolve) => waiting.push(resolve)).then(acquire)
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
