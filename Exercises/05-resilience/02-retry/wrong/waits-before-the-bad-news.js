// SPDX-License-Identifier: MIT
// fails: does not wait after the last attempt
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  let last
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      if (retryOn && !retryOn.includes(error?.code)) throw error
      last = error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
  throw last
}

module.exports = { retry }
