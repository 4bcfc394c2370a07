// SPDX-License-Identifier: MIT
// fails: leaves the signal alone when the work is over
// The timer of AbortSignal.timeout cannot be cleared: it aborts also when the work was done long ago.
function timeout(work, ms) {
  const signal = AbortSignal.timeout(ms)
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    const call = async () => (typeof work === 'function' ? work(signal) : work)
    call().then(resolve, reject)
  })
}

module.exports = { timeout }
