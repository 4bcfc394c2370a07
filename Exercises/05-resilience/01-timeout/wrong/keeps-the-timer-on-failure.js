// SPDX-License-Identifier: MIT
// fails: leaves no timer behind
async function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error('timed out')
      error.name = 'TimeoutError'
      controller.abort(error)
      reject(error)
    }, ms)
  })
  const running = typeof work === 'function' ? work(controller.signal) : work
  const value = await Promise.race([running, deadline])
  clearTimeout(timer)
  return value
}

module.exports = { timeout }
