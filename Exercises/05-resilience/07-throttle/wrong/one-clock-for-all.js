// SPDX-License-Identifier: MIT
// fails: keeps functions apart
let lastRun = -Infinity

function throttle(fn, intervalMs) {
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
    timer ??= setTimeout(() => run(kept), left)
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
