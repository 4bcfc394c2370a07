// SPDX-License-Identifier: MIT
// fails: passes on what goes wrong
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
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new DOMException(error.message, 'TimeoutError')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

module.exports = { fetchJSON }
