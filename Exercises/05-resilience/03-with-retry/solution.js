// SPDX-License-Identifier: MIT
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

class CircuitOpenError extends Error {
  name = 'CircuitOpenError'
}

function withRetry(fn, options = {}) {
  const { maxAttempts = 3, baseDelayMs = 100, failureThreshold = 5, resetAfterMs = 30_000, onStateChange } = options
  let state = 'closed'
  let failures = 0
  let openedAt = 0
  let openings = 0

  function enter(next) {
    state = next
    failures = 0
    if (next === 'open') {
      openedAt = performance.now()
      openings += 1
    }
    onStateChange?.(next)
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
    const isRested = state === 'open' && performance.now() - openedAt >= resetAfterMs
    if (state !== 'closed' && !isRested) throw new CircuitOpenError('the circuit is open; nothing was called')
    if (isRested) enter('half-open')
    // True as long as nothing has happened that makes this call's outcome old news.
    const began = { openings, state }
    const counts = () => began.openings === openings && began.state === state
    try {
      const value = await attempts(args)
      if (counts()) {
        failures = 0
        if (state === 'half-open') enter('closed')
      }
      return value
    } catch (error) {
      if (counts()) {
        failures += 1
        if (state === 'half-open' || failures >= failureThreshold) enter('open')
      }
      throw error
    }
  }
}

module.exports = { withRetry }
