// SPDX-License-Identifier: MIT
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

class CircuitOpenError extends Error {
  name = 'CircuitOpenError'
}

function withRetry(fn, options = {}) {
  const { maxAttempts = 3, baseDelayMs = 100, onStateChange } = options
  const { failureThreshold = 5, resetAfterMs = 30_000 } = options
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
    const openFor = performance.now() - openedAt
    const mayProbe = state === 'open' && openFor >= resetAfterMs
    if (mayProbe) enter('half-open')
    else if (state !== 'closed') throw new CircuitOpenError('not called')
    // False once the circuit has opened: this outcome is old news then.
    const began = openings
    const counts = () => began === openings
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
        const isTooMuch = failures >= failureThreshold
        if (state === 'half-open' || isTooMuch) enter('open')
      }
      throw error
    }
  }
}

module.exports = { withRetry }
