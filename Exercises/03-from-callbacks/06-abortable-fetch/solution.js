// SPDX-License-Identifier: MIT
async function attempt(fetch, url, signal, retries) {
  try {
    return await fetch(url, { signal })
  } catch (error) {
    if (retries === 0 || signal.aborted) throw error
    return attempt(fetch, url, signal, retries - 1)
  }
}

async function load(fetch, url, signal, retries) {
  const answer = await attempt(fetch, url, signal, retries)
  if (!answer.ok) throw new Error(`${url}: status ${answer.status}`)
  return answer.json()
}

async function fetchJSON(fetch, url, options = {}) {
  const { signal, timeoutMs, retries = 0 } = options
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const inner = controller.signal
  const stopped = new Promise((_, reject) => {
    inner.addEventListener('abort', () => reject(inner.reason))
  })
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => {
    const text = `${url}: nothing after ${timeoutMs} ms`
    controller.abort(new DOMException(text, 'TimeoutError'))
  }
  const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
  signal?.addEventListener('abort', leave)
  try {
    return await Promise.race([stopped, load(fetch, url, inner, retries)])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

module.exports = { fetchJSON }
