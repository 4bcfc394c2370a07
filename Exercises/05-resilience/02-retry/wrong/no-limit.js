// SPDX-License-Identifier: MIT
// fails: never waits longer than maxDelayMs
async function retry(fn, { attempts = 3, baseDelayMs = 100, retryOn } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt)
    } catch (error) {
      if (attempt >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, baseDelayMs * 2 ** (attempt - 1)))
  }
}

module.exports = { retry }
