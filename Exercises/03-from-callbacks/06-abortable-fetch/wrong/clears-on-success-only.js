// SPDX-License-Identifier: MIT
// fails: leaves no timer behind
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
  signal?.addEventListener('abort', leave)
  const answer = await fetch(url, { signal: controller.signal })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const data = await answer.json()
  clearTimeout(timer)
  signal?.removeEventListener('abort', leave)
  return data
}

module.exports = { fetchJSON }
