// SPDX-License-Identifier: MIT
async function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn, signal } = {}) {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    try {
      return await fn(attempt)
    } catch (error) {
      const isWorthIt = retryOn === undefined || retryOn.includes(error?.code)
      if (attempt >= attempts || !isWorthIt) throw error
    }
    await pause(Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1)), signal)
  }
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

module.exports = { retry }
