// SPDX-License-Identifier: MIT
// fails: stops at an error that is not listed
// An error without a code is in no list either.
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      const isUnlisted = retryOn && error?.code && !retryOn.includes(error.code)
      if (attempt >= attempts || isUnlisted) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
