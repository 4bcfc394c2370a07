// SPDX-License-Identifier: MIT
// fails: aborts the signal at the deadline
// Work that stops at once when it is told to gets ahead of the rejection, and its half of an answer counts.
async function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      controller.abort(new DOMException('timed out', 'TimeoutError'))
      setImmediate(reject, controller.signal.reason)
    }, ms)
  })
  try {
    return await Promise.race([typeof work === 'function' ? work(controller.signal) : work, deadline])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
