// SPDX-License-Identifier: MIT
// fails: succeeds at once without waiting
// A value that counts as false is no failure.
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      const value = await fn(attempt)
      if (value || attempt >= attempts) return value
    } catch (error) {
      if (attempt >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
