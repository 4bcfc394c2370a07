// SPDX-License-Identifier: MIT
// fails: needs no options, and takes any data
// A limit that nobody has asked for.
async function fetchJSON(fetch, url, { signal, timeoutMs = 10_000 } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  const timer = setTimeout(giveUp, timeoutMs)
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
