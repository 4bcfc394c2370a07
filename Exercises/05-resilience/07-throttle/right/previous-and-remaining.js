// SPDX-License-Identifier: MIT
// The oldest shape: the time of the previous run, what remains, and a callback that is called later.
module.exports.throttle = function (func, wait, options) {
  var context, args, timeout = null
  var previous = 0

  var run = function () {
    var receiver = context
    var list = args
    previous = Date.now()
    timeout = context = args = null
    func.apply(receiver, list)
  }

  var throttled = function () {
    var remaining = wait - (Date.now() - previous)
    context = this
    args = arguments
    if (remaining <= 0) {
      if (timeout) clearTimeout(timeout)
      run()
    } else if (!timeout && !(options && options.trailing === false)) {
      timeout = setTimeout(run, remaining)
    }
  }

  throttled.cancel = function () {
    clearTimeout(timeout)
    previous = 0
    timeout = context = args = null
  }

  return throttled
}
