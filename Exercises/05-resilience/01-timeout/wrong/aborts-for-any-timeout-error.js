// SPDX-License-Identifier: MIT
// fails: leaves the signal alone when the work is over
// The work may fail with a TimeoutError of its own, long before the deadline.
async function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('timed out', 'TimeoutError')), ms)
  })
  try {
    return await Promise.race([typeof work === 'function' ? work(controller.signal) : work, deadline])
  } catch (error) {
    if (error?.name === 'TimeoutError') controller.abort(error)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
