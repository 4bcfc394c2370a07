// SPDX-License-Identifier: MIT
// fails: never waits longer than maxDelayMs
// The limit is looked at when the wait is doubled, and the first one is not.
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  let ms = baseDelayMs
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      if (attempt >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, ms))
    ms = Math.min(2 * ms, maxDelayMs)
  }
}

module.exports = { retry }
