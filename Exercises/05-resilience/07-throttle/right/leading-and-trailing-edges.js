// SPDX-License-Identifier: MIT
// The shape of the big libraries: a debounce with a longest wait, in which the timer and the calls both look at
// the clock. The wait of a second interval is counted from its first call.
function throttle(fn, intervalMs, options) {
  const isTrailing = !options || options.trailing !== false
  let lastArguments
  let lastThis
  let lastCall
  let lastRun = 0
  let timer

  function invoke(now) {
    const [args, receiver] = [lastArguments, lastThis]
    lastArguments = lastThis = undefined
    lastRun = now
    fn.apply(receiver, args)
  }

  function isDue(now) {
    const sinceCall = now - lastCall
    return lastCall === undefined || sinceCall >= intervalMs || sinceCall < 0 || now - lastRun >= intervalMs
  }

  function expired() {
    const now = Date.now()
    if (!isDue(now)) {
      const left = Math.min(intervalMs - (now - lastCall), intervalMs - (now - lastRun))
      timer = setTimeout(expired, left)
      return
    }
    timer = undefined
    if (isTrailing && lastArguments) invoke(now)
    lastArguments = lastThis = undefined
  }

  function throttled() {
    const now = Date.now()
    const isRunning = isDue(now)
    lastArguments = arguments
    lastThis = this
    lastCall = now
    if (isRunning && timer === undefined) {
      lastRun = now
      timer = setTimeout(expired, intervalMs)
      invoke(now)
    } else if (isRunning) {
      clearTimeout(timer)
      timer = setTimeout(expired, intervalMs)
      invoke(now)
    } else if (timer === undefined) {
      timer = setTimeout(expired, intervalMs)
    }
  }

  throttled.cancel = function () {
    clearTimeout(timer)
    lastRun = 0
    lastArguments = lastThis = lastCall = timer = undefined
  }

  return throttled
}

module.exports = { throttle }
