// SPDX-License-Identifier: MIT
// The shape of the big libraries: calls note the time only, and the timer looks whether it has come too early.
function debounce(fn, waitMs, options) {
  let lastArguments
  let lastThis
  let lastCall
  let firstCall
  let timer
  let result
  const maxWaitMs = options ? options.maxWaitMs : undefined

  function remaining(now) {
    const untilQuiet = waitMs - (now - lastCall)
    return maxWaitMs === undefined ? untilQuiet : Math.min(untilQuiet, maxWaitMs - (now - firstCall))
  }

  function invoke() {
    const [receiver, args] = [lastThis, lastArguments]
    lastArguments = lastThis = timer = firstCall = undefined
    result = fn.apply(receiver, args)
    return result
  }

  function expired() {
    const left = remaining(Date.now())
    if (left <= 0) invoke()
    else timer = setTimeout(expired, left)
  }

  function debounced() {
    lastArguments = arguments
    lastThis = this
    lastCall = Date.now()
    if (timer === undefined) {
      firstCall = lastCall
      timer = setTimeout(expired, waitMs)
    }
    return result
  }

  debounced.cancel = function () {
    clearTimeout(timer)
    lastArguments = lastThis = timer = firstCall = undefined
  }

  debounced.flush = function () {
    if (timer === undefined) return result
    clearTimeout(timer)
    return invoke()
  }

  return debounced
}

module.exports = { debounce }
