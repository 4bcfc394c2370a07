// SPDX-License-Identifier: MIT
// fails: calls from before the opening change nothing any more
// Leaves the service alone also with the attempts of calls that are under way.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function withRetry(fn, { maxAttempts = 3, baseDelayMs = 100, failureThreshold = 5, resetAfterMs = 30_000 } = {}) {
  let state = 'closed'
  let failures = 0
  let openedAt = 0
  let openings = 0

  function open() {
    state = 'open'
    openedAt = Date.now()
    openings += 1
  }

  function close() {
    state = 'closed'
    failures = 0
  }

  async function attempts(args, period) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await fn(...args)
      } catch (error) {
        if (attempt >= maxAttempts || period !== openings) throw error
      }
      await pause(baseDelayMs * 2 ** (attempt - 1))
    }
  }

  return async (...args) => {
    if (state === 'half-open' || (state === 'open' && Date.now() - openedAt < resetAfterMs)) {
      const error = new Error('the circuit is open')
      error.name = 'CircuitOpenError'
      throw error
    }
    if (state === 'open') state = 'half-open'
    const period = openings
    try {
      const value = await attempts(args, period)
      if (period === openings) close()
      return value
    } catch (error) {
      if (period === openings) {
        failures += 1
        if (state === 'half-open' || failures >= failureThreshold) open()
      }
      throw error
    }
  }
}

module.exports = { withRetry }
