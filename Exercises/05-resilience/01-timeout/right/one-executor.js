// SPDX-License-Identifier: MIT
// Everything in one executor: the first to settle wins, and what an executor throws becomes a rejection.
class TimeoutError extends Error {
  get name() {
    return 'TimeoutError'
  }
}

function timeout(work, ms) {
  const controller = new AbortController()
  return new Promise((resolve, reject) => {
    const limit = ms === Infinity ? undefined : setTimeout(() => {
      const late = new TimeoutError(`${ms} ms are over`)
      controller.abort(late)
      reject(late)
    }, ms)
    const settle = (how) => (outcome) => {
      clearTimeout(limit)
      how(outcome)
    }
    try {
      Promise.resolve(typeof work === 'function' ? work(controller.signal) : work).then(settle(resolve), settle(reject))
    } catch (error) {
      settle(reject)(error)
    }
  })
}

module.exports = { timeout }
