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

async function fetchJSON(fetch, url, { signal, timeoutMs, retries = 0 } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const stopped = new Promise((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
  })
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException(`${url}: nothing after ${timeoutMs} ms`, 'TimeoutError'))
  const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs)
  signal?.addEventListener('abort', leave)
  try {
    return await Promise.race([stopped, load(fetch, url, controller.signal, retries)])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

module.exports = { fetchJSON }
