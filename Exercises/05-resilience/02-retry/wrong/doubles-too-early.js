// SPDX-License-Identifier: MIT
// fails: waits twice as long each time
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      if (attempt >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(maxDelayMs, baseDelayMs * 2 ** attempt)))
  }
}

module.exports = { retry }
