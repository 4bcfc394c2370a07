// SPDX-License-Identifier: MIT
// fails: cancel and flush do nothing where nothing waits
function debounce(fn, waitMs) {
  let timer
  let waiting

  function debounced(...args) {
    waiting = args
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
  }

  function flush() {
    const args = waiting ?? []
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
