// SPDX-License-Identifier: MIT
// fails: begins from the start after each burst
// What waits is forgotten behind the call of fn, and with it what fn has asked for.
function debounce(fn, waitMs) {
  let timer
  let waiting

  function debounced(...args) {
    waiting = args
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
  }

  function flush() {
    if (waiting === undefined) return
    fn(...waiting)
    cancel()
  }

  function cancel() {
    clearTimeout(timer)
    waiting = undefined
  }

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
