// SPDX-License-Identifier: MIT
function withRetry(fn, options = {}) {
  const { maxAttempts = 3, baseDelayMs = 100 } = options
  const { failureThreshold = 5, resetAfterMs = 30_000 } = options
  return async (...args) => {
    // One attempt is a beginning. The waits and the circuit are missing.
    return await fn(...args)
  }
}

module.exports = { withRetry }
