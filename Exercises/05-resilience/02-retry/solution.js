// SPDX-License-Identifier: MIT
async function retry(fn, options = {}) {
  const { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity } = options
  const { retryOn, signal } = options
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    try {
      return await fn(attempt)
    } catch (error) {
      const isListed = !retryOn || retryOn.includes(error?.code)
      if (attempt >= attempts || !isListed) throw error
    }
    const backoff = baseDelayMs * 2 ** (attempt - 1)
    await pause(Math.min(maxDelayMs, backoff), signal)
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
