// SPDX-License-Identifier: MIT
// fails: calls once for many calls, with the last arguments
function debounce(fn, waitMs) {
  let timer
  let waiting = []

  function debounced(...args) {
    waiting = args
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
  }

  function flush() {
    if (waiting.length === 0) return
    const args = waiting
    cancel()
    fn(...args)
  }

  function cancel() {
    clearTimeout(timer)
    waiting = []
  }

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
