// SPDX-License-Identifier: MIT
// fails: cancel drops the kept call and forgets the last run
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
    timer ??= setTimeout(() => run(kept), left)
  }

  throttled.cancel = () => {
    clearTimeout(timer)
    kept = undefined
    timer = undefined
  }

  return throttled
}

module.exports = { throttle }
