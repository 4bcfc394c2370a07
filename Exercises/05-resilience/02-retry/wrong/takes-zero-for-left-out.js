// SPDX-License-Identifier: MIT
// fails: has defaults, and counts the attempts for the function
async function retry(fn, options = {}) {
  const attempts = options.attempts || 3
  const baseDelayMs = options.baseDelayMs || 100
  const maxDelayMs = options.maxDelayMs || Infinity
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      if (attempt >= attempts || (options.retryOn && !options.retryOn.includes(error?.code))) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
