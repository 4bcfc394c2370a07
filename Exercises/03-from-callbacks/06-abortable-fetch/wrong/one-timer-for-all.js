// SPDX-License-Identifier: MIT
// fails: keeps requests apart
// Whoever comes to an end first clears the timer of the request that began last.
let timer

async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  if (timeoutMs) timer = setTimeout(giveUp, timeoutMs)
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
