// SPDX-License-Identifier: MIT
// fails: cancel drops the waiting call
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

  let isCancelled = false
  const guarded = (...args) => isCancelled || debounced(...args)
  return Object.assign(guarded, {
    flush,
    cancel() {
      isCancelled = true
      cancel()
    },
  })
}

module.exports = { debounce }
