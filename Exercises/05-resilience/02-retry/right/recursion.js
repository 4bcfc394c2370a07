// SPDX-License-Identifier: MIT
// A chain that calls itself; no async function, and the first attempt begins in a microtask.
const defaults = { attempts: 3, baseDelayMs: 100, maxDelayMs: Infinity }
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const retry = (fn, options) => {
  const { attempts, baseDelayMs, maxDelayMs, retryOn } = { ...defaults, ...options }
  const attempt = (number, delay) =>
    Promise.resolve(number).then(fn).catch((error) => {
      const code = error === null || error === undefined ? undefined : error.code
      if (number === attempts || (retryOn && retryOn.indexOf(code) < 0)) return Promise.reject(error)
      return wait(Math.min(delay, maxDelayMs)).then(() => attempt(number + 1, delay * 2))
    })
  return attempt(1, baseDelayMs)
}

module.exports = { retry }
