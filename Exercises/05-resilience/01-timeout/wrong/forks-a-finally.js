// SPDX-License-Identifier: MIT
// fails: nobody hears of a late failure
async function timeout(work, ms) {
  const controller = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error('timed out')
      error.name = 'TimeoutError'
      controller.abort(error)
      reject(error)
    }, ms)
  })
  const call = async () => (typeof work === 'function' ? work(controller.signal) : work)
  const running = call()
  running.finally(() => clearTimeout(timer))
  return Promise.race([running, deadline])
}

module.exports = { timeout }
