// SPDX-License-Identifier: MIT
// fails: gives up after the last attempt, with its very error
async function retry(fn, options = {}, attempt = 1) {
  const { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = options
  try {
    return await fn(attempt)
  } catch (error) {
    if (attempt >= attempts || (retryOn && !retryOn.includes(error?.code))) throw error
    const ms = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
    try {
      return await retry(fn, options, attempt + 1)
    } catch {
      throw error
    }
  }
}

module.exports = { retry }
