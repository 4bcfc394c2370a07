// SPDX-License-Identifier: MIT
// fails: calls from before the opening change nothing any more
// Takes whatever ends during the probe for its outcome, and whatever ends later for one of now.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function withRetry(fn, { maxAttempts = 3, baseDelayMs = 100, failureThreshold = 5, resetAfterMs = 30_000 } = {}) {
  let state = 'closed'
  let failures = 0
  let openedAt = 0

  function open() {
    state = 'open'
    openedAt = Date.now()
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
    if (state === 'half-open' || (state === 'open' && Date.now() - openedAt < resetAfterMs)) {
      const error = new Error('the circuit is open')
      error.name = 'CircuitOpenError'
      throw error
    }
    if (state === 'open') state = 'half-open'
    try {
      const value = await attempts(args)
      if (state !== 'open') close()
      return value
    } catch (error) {
      if (state !== 'open') {
        failures += 1
        if (state === 'half-open' || failures >= failureThreshold) open()
      }
      throw error
    }
  }
}

module.exports = { withRetry }
