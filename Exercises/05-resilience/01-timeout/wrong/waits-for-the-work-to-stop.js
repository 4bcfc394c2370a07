// SPDX-License-Identifier: MIT
// fails: does not wait for work that ignores its signal
async function timeout(work, ms) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DOMException('timed out', 'TimeoutError')), ms)
  try {
    const value = await (typeof work === 'function' ? work(controller.signal) : work)
    controller.signal.throwIfAborted()
    return value
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
