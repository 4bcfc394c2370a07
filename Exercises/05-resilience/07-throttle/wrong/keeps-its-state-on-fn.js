// SPDX-License-Identifier: MIT
// fails: keeps functions apart
// The state belongs to fn, so that all who throttle that function share it.
const states = new WeakMap()

function throttle(fn, intervalMs) {
  if (!states.has(fn)) states.set(fn, { lastRun: -Infinity })
  const state = states.get(fn)

  function run(args) {
    state.lastRun = Date.now()
    state.timer = undefined
    fn(...args)
  }

  function throttled(...args) {
    const left = state.lastRun + intervalMs - Date.now()
    if (left <= 0 && state.timer === undefined) return run(args)
    state.kept = args
    state.timer ??= setTimeout(() => run(state.kept), left)
  }

  throttled.cancel = () => {
    clearTimeout(state.timer)
    state.lastRun = -Infinity
    state.timer = undefined
  }

  return throttled
}

module.exports = { throttle }
