// SPDX-License-Identifier: MIT
function debounce(fn, waitMs, { maxWaitMs } = {}) {
  let timer
  let latest
  let waiting

  function debounced(...args) {
    waiting = { receiver: this, args }
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
    if (maxWaitMs !== undefined) latest ??= setTimeout(flush, maxWaitMs)
  }

  function flush() {
    if (waiting === undefined) return
    const { receiver, args } = waiting
    cancel()
    fn.apply(receiver, args)
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
