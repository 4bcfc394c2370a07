// SPDX-License-Identifier: MIT
// fails: keeps functions apart
let timer

function debounce(fn, waitMs) {
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

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
