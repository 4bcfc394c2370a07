// SPDX-License-Identifier: MIT
// fails: deadlines do not disturb each other
let timer

async function timeout(work, ms) {
  const controller = new AbortController()
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      const error = new DOMException('timed out', 'TimeoutError')
      controller.abort(error)
      reject(error)
    }, ms)
  })
  try {
    return await Promise.race([typeof work === 'function' ? work(controller.signal) : work, deadline])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
