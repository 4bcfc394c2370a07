// SPDX-License-Identifier: MIT
// fails: stops at an error that is not listed
// The list is consulted at the first failure only.
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  let isRetried = false
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      isRetried ||= !retryOn || retryOn.includes(error?.code)
      if (attempt >= attempts || !isRetried) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
