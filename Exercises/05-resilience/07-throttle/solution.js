// SPDX-License-Identifier: MIT
function throttle(fn, intervalMs, { trailing = true } = {}) {
  let lastRun = -Infinity
  let kept
  let timer

  function run(receiver, args) {
    lastRun = performance.now()
    kept = undefined
    timer = undefined
    fn.apply(receiver, args)
  }

  function throttled(...args) {
    const left = lastRun + intervalMs - performance.now()
    if (left <= 0 && timer === undefined) return run(this, args)
    if (!trailing) return
    kept = { receiver: this, args }
    // Timers cut off fractions, and a run must not come too soon.
    const due = () => run(kept.receiver, kept.args)
    timer ??= setTimeout(due, Math.ceil(left))
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
