// SPDX-License-Identifier: MIT
async function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    if (ms === Infinity) return
    timer = setTimeout(() => {
      const error = new Error(`not done within ${ms} ms`)
      error.name = 'TimeoutError'
      reject(error)
      controller.abort(error)
    }, ms)
  })
  try {
    const isFunction = typeof work === 'function'
    const running = isFunction ? work(controller.signal) : work
    return await Promise.race([running, deadline])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
