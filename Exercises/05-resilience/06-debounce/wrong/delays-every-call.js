// SPDX-License-Identifier: MIT
// fails: calls once for many calls, with the last arguments
function debounce(fn, waitMs) {
  let timer
  let waiting

  function debounced(...args) {
    waiting = args
    timer = setTimeout(() => fn(...args), waitMs)
  }

  function flush() {
    if (waiting === undefined) return
    const args = waiting
    cancel()
    fn(...args)
  }

  function cancel() {
    clearTimeout(timer)
    waiting = undefined
  }

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
