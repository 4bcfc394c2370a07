// SPDX-License-Identifier: MIT
// fails: stops when the time is over
// The caller hears of the timeout, but the request goes on.
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  if (signal?.aborted) throw signal.reason
  const load = async () => {
    const answer = await fetch(url, { signal })
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    return answer.json()
  }
  if (timeoutMs === undefined) return load()
  let timer
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('too slow', 'TimeoutError')), timeoutMs)
  })
  try {
    return await Promise.race([load(), limit])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { fetchJSON }
