// SPDX-License-Identifier: MIT
// fails: turns a thrown error into a rejection, and takes plain values
function timeout(work, ms) {
  const controller = new AbortController()
  const running = typeof work === 'function' ? work(controller.signal) : work
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new DOMException('timed out', 'TimeoutError')
      controller.abort(error)
      reject(error)
    }, ms)
    Promise.resolve(running).then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

module.exports = { timeout }
