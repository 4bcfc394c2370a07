// SPDX-License-Identifier: MIT
// fails: runs the first call at once
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
    kept = args
    timer ??= setTimeout(() => run(kept), intervalMs)
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
