// SPDX-License-Identifier: MIT
// A chain that calls itself; no async function, and the first attempt begins in a microtask.
const defaults = { attempts: 3, baseDelayMs: 100, maxDelayMs: Infinity }

/** Fulfilled after that time, rejected with the signal's reason when that is aborted first. */
const wait = (ms, signal) => new Promise((resolve, reject) => {
  const ring = () => {
    clearTimeout(timer)
    reject(signal.reason)
  }
  const timer = setTimeout(() => {
    if (signal) signal.removeEventListener('abort', ring)
    resolve()
  }, ms)
  if (signal) signal.addEventListener('abort', ring, { once: true })
})

const retry = (fn, options) => {
  const { attempts, baseDelayMs, maxDelayMs, retryOn, signal } = { ...defaults, ...options }
  const attempt = (number, delay) =>
    Promise.resolve(number).then(fn).catch((error) => {
      const code = error === null || error === undefined ? undefined : error.code
      if (number === attempts || (retryOn && retryOn.indexOf(code) < 0)) return Promise.reject(error)
      return wait(Math.min(delay, maxDelayMs), signal).then(() => attempt(number + 1, delay * 2))
    })
  return signal && signal.aborted ? Promise.reject(signal.reason) : attempt(1, baseDelayMs)
}

module.exports = { retry }
