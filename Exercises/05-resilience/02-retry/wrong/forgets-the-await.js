// SPDX-License-Identifier: MIT
// fails: tries again until it succeeds
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return fn(attempt)
    } catch (error) {
      if (attempt >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
