// SPDX-License-Identifier: MIT
// fails: keeps requests apart
// The first request that is given up takes all others with it.
let controller = new AbortController()

async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  if (controller.signal.aborted) controller = new AbortController()
  const { signal: ours } = controller
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
  signal?.addEventListener('abort', leave)
  try {
    const answer = await fetch(url, { signal: ours })
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    return await answer.json()
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

module.exports = { fetchJSON }
