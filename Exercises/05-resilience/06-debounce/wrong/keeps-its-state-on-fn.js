// SPDX-License-Identifier: MIT
// fails: keeps functions apart
// The state belongs to fn, so that all who debounce that function share it.
const states = new WeakMap()

function debounce(fn, waitMs) {
  if (!states.has(fn)) states.set(fn, {})
  const state = states.get(fn)

  function debounced(...args) {
    clearTimeout(state.timer)
    state.args = args
    state.timer = setTimeout(flush, waitMs)
  }

  function flush() {
    if (state.args === undefined) return
    const { args } = state
    cancel()
    fn(...args)
  }

  function cancel() {
    clearTimeout(state.timer)
    state.args = undefined
  }

  return Object.assign(debounced, { cancel, flush })
}

module.exports = { debounce }
