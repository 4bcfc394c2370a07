// SPDX-License-Identifier: MIT
// fails: does not call at once
function debounce(fn, waitMs) {
  let timer
  let waiting

  function debounced(...args) {
    if (waiting === undefined) fn(...args)
    waiting = args
    clearTimeout(timer)
    timer = setTimeout(cancel, waitMs)
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
