// SPDX-License-Identifier: MIT
// fails: never runs too often, and loses no last call
// While fn runs, nothing knows of that run yet: what fn itself asks for is a run at once.
function throttle(fn, intervalMs) {
  let lastRun = -Infinity
  let kept
  let timer

  function run(args) {
    timer = undefined
    fn(...args)
    lastRun = Date.now()
  }

  function throttled(...args) {
    const left = lastRun + intervalMs - Date.now()
    if (left <= 0 && timer === undefined) return run(args)
    kept = args
    timer ??= setTimeout(() => run(kept), left)
  }

  throttled.cancel = () => {
    clearTimeout(timer)
    lastRun = -Infinity
    timer = undefined
  }

  return throttled
}

module.exports = { throttle }
