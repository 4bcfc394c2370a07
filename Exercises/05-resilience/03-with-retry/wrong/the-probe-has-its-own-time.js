// SPDX-License-Identifier: MIT
// fails: refuses others while the probe is under way
// While the probe is under way the circuit is open for another while; one that takes longer gets company.
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

  async function attempts(args) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await fn(...args)
      } catch (error) {
        if (attempt >= maxAttempts) throw error
      }
      await pause(baseDelayMs * 2 ** (attempt - 1))
    }
  }

  return async (...args) => {
    if (state !== 'closed' && Date.now() - openedAt < resetAfterMs) {
      const error = new Error('the circuit is open')
      error.name = 'CircuitOpenError'
      throw error
    }
    if (state !== 'closed') {
      state = 'half-open'
      openedAt = Date.now()
    }
    const period = openings
    try {
      const value = await attempts(args)
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
