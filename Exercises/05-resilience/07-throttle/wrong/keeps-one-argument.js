// SPDX-License-Identifier: MIT
// fails: runs the last call of a burst at the end of the interval
function throttle(fn, intervalMs) {
  let lastRun = -Infinity
  let kept
  let timer

  function run(args) {
    lastRun = Date.now()
    timer = undefined
    fn(...args)
  }

  function throttled(...args) {
    const left = lastRun + intervalMs - Date.now()
    if (left <= 0 && timer === undefined) return run(args)
    kept = args[0]
    timer ??= setTimeout(() => run([kept]), left)
  }

  throttled.cancel = () => {
    clearTimeout(timer)
    lastRun = -Infinity
    timer = undefined
  }

  return throttled
}

module.exports = { throttle }
