// SPDX-License-Identifier: MIT
// The reason of the platform's own signals: a DOMException, whose name is a getter of its class.
async function timeout(work, ms) {
  const controller = new AbortController()
  const late = new Promise((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true })
  })
  const ring = () => controller.abort(new DOMException('The operation timed out', 'TimeoutError'))
  const timer = ms === Infinity ? undefined : setTimeout(ring, ms)
  try {
    return await Promise.race([work instanceof Function ? work(controller.signal) : work, late])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
