// SPDX-License-Identifier: MIT
// fails: runs the last call of a burst at the end of the interval
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
    clearTimeout(timer)
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
