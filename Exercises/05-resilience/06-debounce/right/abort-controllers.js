// SPDX-License-Identifier: MIT
// Each call makes a sleep of its own that the next call aborts. fn runs in a promise job, not in the timer.
const { setTimeout: sleep } = require('node:timers/promises')

function debounce(fn, waitMs, { maxWaitMs = Infinity } = {}) {
  let pending

  const run = () => {
    const { args } = pending
    pending.controller.abort()
    pending = undefined
    fn(...args)
  }

  const debounced = async (...args) => {
    pending?.controller.abort()
    const now = Date.now()
    const latest = pending?.latest ?? now + maxWaitMs
    const mine = { args, latest, controller: new AbortController() }
    pending = mine
    try {
      await sleep(Math.min(waitMs, latest - now), undefined, { signal: mine.controller.signal })
    } catch {
      return
    }
    if (pending === mine) run()
  }

  debounced.flush = () => {
    if (pending) run()
  }

  debounced.cancel = () => {
    pending?.controller.abort()
    pending = undefined
  }

  return debounced
}

module.exports = { debounce }
