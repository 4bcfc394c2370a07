// SPDX-License-Identifier: MIT
// fails: leaves the signal alone when the work is over
function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('timed out', 'TimeoutError')), ms)
  })
  const call = async () => (typeof work === 'function' ? work(controller.signal) : work)
  return Promise.race([call(), deadline]).finally(() => {
    clearTimeout(timer)
    controller.abort(new DOMException('timed out', 'TimeoutError'))
  })
}

module.exports = { timeout }
