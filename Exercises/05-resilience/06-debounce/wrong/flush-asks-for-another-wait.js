// SPDX-License-Identifier: MIT
// fails: flush makes the waiting call at once, and only once
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
    const args = waiting
    cancel()
    fn(...args)
  }

  function cancel() {
    clearTimeout(timer)
    waiting = undefined
  }

  return Object.assign(debounced, { cancel, flush: () => waiting && debounced(...waiting) })
}

module.exports = { debounce }
