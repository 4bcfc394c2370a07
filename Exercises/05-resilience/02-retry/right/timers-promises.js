// SPDX-License-Identifier: MIT
// Node's own timer with a signal does the waiting.
const { setTimeout: pause } = require('node:timers/promises')

async function retry(fn, options = {}) {
  const { attempts = 3, baseDelayMs = 100, maxDelayMs = Number.MAX_SAFE_INTEGER, retryOn, signal } = options
  let attempt = 0
  while (true) {
    if (signal?.aborted) throw signal.reason
    attempt += 1
    let failure
    try {
      const value = await fn(attempt)
      return value
    } catch (error) {
      failure = { error }
    }
    const isFinal = attempt >= attempts || (retryOn && !retryOn.some((code) => code === failure.error?.code))
    if (isFinal) throw failure.error
    const delay = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
    await pause(delay, undefined, { signal }).catch(() => {
      throw signal.reason
    })
  }
}

module.exports = { retry }
