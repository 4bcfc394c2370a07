// SPDX-License-Identifier: MIT
// fails: each call begins the wait anew
function debounce(fn, waitMs) {
  let timer
  let waiting

  function debounced(...args) {
    if (waiting === undefined) timer = setTimeout(flush, waitMs)
    waiting = args
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
