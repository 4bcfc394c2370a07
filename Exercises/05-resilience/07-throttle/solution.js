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
    timer ??= setTimeout(() => run(kept.receiver, kept.args), left)
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
