// SPDX-License-Identifier: MIT
// fails: rejects with a TimeoutError when the time is over
async function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error('TimeoutError')
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
