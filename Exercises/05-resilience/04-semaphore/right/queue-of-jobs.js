// SPDX-License-Identifier: MIT
// The shape of the limiting libraries: a queue of jobs and a pump; acquire is a job that ends when it is released.
function semaphore(permits) {
  const queue = []
  let active = 0

  function pump() {
    while (active < permits && queue.length > 0) {
      active += 1
      const job = queue.shift()
      job().then(finished, finished)
    }
  }

  function finished() {
    active -= 1
    pump()
  }

  function run(fn) {
    return new Promise((resolve, reject) => {
      queue.push(() => new Promise((start) => start(fn())).then(resolve, reject))
      pump()
    })
  }

  function acquire() {
    return new Promise((resolve) => {
      run(() => new Promise((release) => resolve(() => release())))
    })
  }

  // A job that begins at once gives its release function before run returns.
  function tryAcquire() {
    if (active === permits || queue.length > 0) return undefined
    let release
    run(() => new Promise((end) => { release = () => end() }))
    return release
  }

  return { acquire, tryAcquire, run }
}

module.exports = { semaphore }
