// SPDX-License-Identifier: MIT
// fails: passes the very error on
// Callbacks of Node tell a success by an error that is null; a promise may be rejected with null.
function timeout(work, ms) {
  const controller = new AbortController()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new DOMException('timed out', 'TimeoutError')
      done(error)
      controller.abort(error)
    }, ms)
    const done = (error, value) => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve(value)
    }
    const call = async () => (typeof work === 'function' ? work(controller.signal) : work)
    call().then((value) => done(null, value), done)
  })
}

module.exports = { timeout }
