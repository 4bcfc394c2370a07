// SPDX-License-Identifier: MIT
function throttle(fn, intervalMs) {
  let isResting = false
  const throttled = (...args) => {
    if (isResting) return
    isResting = true
    fn(...args)
  }
  throttled.cancel = () => {}
  return throttled
}

module.exports = { throttle }
