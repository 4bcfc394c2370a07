// SPDX-License-Identifier: MIT
// fails: one call is one run
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
    kept = args
    if (timer !== undefined) return
    if (left <= 0) {
      run(args)
      kept = args
    }
    timer = setTimeout(() => run(kept), intervalMs)
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
