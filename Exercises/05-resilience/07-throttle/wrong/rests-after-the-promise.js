// SPDX-License-Identifier: MIT
// fails: begins from the start when it was quiet for long
// The interval begins when the promise of fn is settled.
function throttle(fn, intervalMs) {
  let rest
  let kept

  async function run(args) {
    kept = undefined
    rest = true
    await fn(...args)
    rest = setTimeout(() => {
      rest = undefined
      if (kept) run(kept)
    }, intervalMs)
  }

  function throttled(...args) {
    if (rest) kept = args
    else run(args)
  }

  throttled.cancel = () => {
    clearTimeout(rest)
    rest = kept = undefined
  }

  return throttled
}

module.exports = { throttle }
