// SPDX-License-Identifier: MIT
// fails: begins from the start after each burst
function debounce(fn, waitMs) {
  let timer
  let waiting
  let isOver = false

  function debounced(...args) {
    if (isOver) return
    waiting = args
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
  }

  function flush() {
    if (waiting === undefined) return
    const args = waiting
    cancel()
    isOver = true
    fn(...args)
  }

  function cancel() {
    clearTimeout(timer)
    waiting = undefined
  }

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
