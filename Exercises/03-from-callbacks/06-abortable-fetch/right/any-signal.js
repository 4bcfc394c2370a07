// SPDX-License-Identifier: MIT
// The platform makes one signal of two, and cares for the listeners itself.
function timeLimit(ms) {
  const controller = new AbortController()
  const error = Object.assign(new Error('too slow'), { name: 'TimeoutError' })
  const timer = ms === undefined ? undefined : setTimeout(() => controller.abort(error), ms)
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}

function rejection(signal) {
  return new Promise((_, reject) => {
    signal.onabort = () => reject(signal.reason)
  })
}

exports.fetchJSON = async function fetchJSON(fetch, url, { signal, timeoutMs, retries = 0 } = {}) {
  signal?.throwIfAborted()
  const limit = timeLimit(timeoutMs)
  const either = AbortSignal.any(signal ? [signal, limit.signal] : [limit.signal])
  const stopped = rejection(either)
  const unlessStopped = (promise) => Promise.race([stopped, promise])
  try {
    let answer
    for (let attempt = 0; answer === undefined; attempt++) {
      try {
        answer = await unlessStopped(fetch(url, { signal: either }))
      } catch (error) {
        if (either.aborted || attempt >= retries) throw error
      }
    }
    if (!answer.ok) throw new Error(`HTTP ${answer.status} for ${url}`)
    return await unlessStopped(answer.json())
  } finally {
    limit.clear()
    either.onabort = null
  }
}
