// SPDX-License-Identifier: MIT
// fails: a run at the end begins an interval, too
function throttle(fn, intervalMs) {
  let lastRun = -Infinity
  let kept
  let timer

  function run(args) {
    lastRun = Date.now()
    kept = undefined
    timer = undefined
    fn(...args)
  }

  function throttled(...args) {
    const left = lastRun + intervalMs - Date.now()
    if (left <= 0 && timer === undefined) return run(args)
    kept = args
    timer ??= setTimeout(() => {
      const args = kept
      throttled.cancel()
      fn(...args)
    }, left)
  }

  throttled.cancel = () => {
    clearTimeout(timer)
    lastRun = -Infinity
    kept = undefined
    timer = undefined
  }

  return throttled
}

module.exports = { throttle }
