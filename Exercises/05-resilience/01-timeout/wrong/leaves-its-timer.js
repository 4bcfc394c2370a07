// SPDX-License-Identifier: MIT
// fails: leaves no timer behind
async function timeout(work, ms) {
  const controller = new AbortController()
  const deadline = new Promise((_, reject) => {
    setTimeout(() => {
      const error = new Error('timed out')
      error.name = 'TimeoutError'
      controller.abort(error)
      reject(error)
    }, ms)
  })
  const running = typeof work === 'function' ? work(controller.signal) : work
  return Promise.race([running, deadline])
}

module.exports = { timeout }
