// SPDX-License-Identifier: MIT
function withRetry(fn, { maxAttempts = 3, baseDelayMs = 100, failureThreshold = 5, resetAfterMs = 30_000 } = {}) {
  return async (...args) => {
    // One attempt is a beginning. The waits and the circuit are missing.
    return await fn(...args)
  }
}

module.exports = { withRetry }
