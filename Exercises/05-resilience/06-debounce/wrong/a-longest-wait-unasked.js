// SPDX-License-Identifier: MIT
// fails: each call begins the wait anew
function debounce(fn, waitMs, { maxWaitMs = 10 * waitMs } = {}) {
  let timer
  let latest
  let waiting

  function debounced(...args) {
    waiting = args
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
    latest ??= setTimeout(flush, maxWaitMs)
  }

  function flush() {
    if (waiting === undefined) return
    const args = waiting
    cancel()
    fn(...args)
  }

  function cancel() {
    clearTimeout(timer)
    clearTimeout(latest)
    latest = undefined
    waiting = undefined
  }

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
