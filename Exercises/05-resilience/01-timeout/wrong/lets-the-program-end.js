// SPDX-License-Identifier: MIT
// fails: rejects with a TimeoutError when the time is over
// A timer that does not keep the program alive need not be cleared; but who waits for it is left without an answer.
async function timeout(work, ms) {
  const controller = new AbortController()
  let isOver = false
  const deadline = new Promise((_, reject) => {
    const timer = setTimeout(() => {
      if (isOver) return
      const error = new DOMException('timed out', 'TimeoutError')
      reject(error)
      controller.abort(error)
    }, ms)
    timer.unref()
  })
  try {
    return await Promise.race([typeof work === 'function' ? work(controller.signal) : work, deadline])
  } finally {
    isOver = true
  }
}

module.exports = { timeout }
