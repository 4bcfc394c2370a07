// SPDX-License-Identifier: MIT
// Only chains: a race whose last link tidies up. The work begins in a microtask.
const makeError = (ms) => Object.assign(new Error('Promise timed out after ' + ms + ' milliseconds'), {
  name: 'TimeoutError',
})

function timeout(work, ms) {
  const controller = new AbortController()
  let cancel = () => {}
  const alarm = new Promise((_, reject) => {
    if (!Number.isFinite(ms)) return
    const id = setTimeout(reject, ms, makeError(ms))
    cancel = () => clearTimeout(id)
  }).catch((error) => {
    controller.abort(error)
    throw error
  })
  const started = Promise.resolve().then(() => (work instanceof Function ? work(controller.signal) : work))
  return Promise.race([started, alarm]).finally(() => cancel())
}

module.exports = { timeout }
