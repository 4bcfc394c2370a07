// SPDX-License-Identifier: MIT
async function fetchJSON(fetch, url, { signal, timeoutMs } = {}) {
  // The caller can stop this one. What about the time, and about a 404?
  const answer = await fetch(url, { signal })
  return answer.json()
}

module.exports = { fetchJSON }
