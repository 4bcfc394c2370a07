// SPDX-License-Identifier: MIT
// The oldest shape: the time of the previous run, what remains, and a callback that is called later.
module.exports.throttle = function (func, wait, options) {
  var context, args, timeout = null
  var previous = 0

  var later = function () {
    previous = Date.now()
    timeout = null
    func.apply(context, args)
    context = args = null
  }

  var throttled = function () {
    var now = Date.now()
    var remaining = wait - (now - previous)
    context = this
    args = arguments
    if (remaining <= 0) {
      if (timeout) clearTimeout(timeout)
      timeout = null
      previous = now
      func.apply(context, args)
      context = args = null
    } else if (!timeout && !(options && options.trailing === false)) {
      timeout = setTimeout(later, remaining)
    }
  }

  throttled.cancel = function () {
    clearTimeout(timeout)
    previous = 0
    timeout = context = args = null
  }

  return throttled
}
