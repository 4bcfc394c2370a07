// SPDX-License-Identifier: MIT
// fails: copes with failures that are no error objects
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      if (attempt >= attempts || (retryOn && !retryOn.includes(error.code))) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
