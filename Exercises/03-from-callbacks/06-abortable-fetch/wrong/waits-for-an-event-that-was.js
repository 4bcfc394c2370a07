// SPDX-License-Identifier: MIT
// fails: starts nothing for a signal that is aborted
// A signal that is aborted already sends no event.
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  const controller = new AbortController()
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
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
