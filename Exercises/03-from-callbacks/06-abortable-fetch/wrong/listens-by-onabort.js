// SPDX-License-Identifier: MIT
// fails: stops along with its caller
// There is one `onabort` for each signal: the second request with that signal takes it from the first one.
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
  if (signal) signal.onabort = () => controller.abort(signal.reason)
  try {
    const answer = await fetch(url, { signal: controller.signal })
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    return await answer.json()
  } finally {
    clearTimeout(timer)
    if (signal) signal.onabort = null
  }
}

module.exports = { fetchJSON }
