// SPDX-License-Identifier: MIT
// fails: gives up after the last attempt, with its very error
// Counts the repetitions, and the first attempt is not one of them.
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  for (let repetition = 0; ; repetition++) {
    try {
      return await fn(repetition + 1)
    } catch (error) {
      if (repetition >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    }
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** repetition)
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}

module.exports = { retry }
