// SPDX-License-Identifier: MIT
// fails: stops when the time is over
// What the caller hears is an AbortError, as if somebody had pressed a button.
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const leave = () => controller.abort(signal.reason)
  const timer = timeoutMs && setTimeout(() => controller.abort(), timeoutMs)
  signal?.addEventListener('abort', leave)
  try {
    const answer = await fetch(url, { signal: controller.signal })
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    return await answer.json()
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

module.exports = { fetchJSON }
