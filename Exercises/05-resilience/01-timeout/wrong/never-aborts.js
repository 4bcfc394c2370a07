// SPDX-License-Identifier: MIT
// fails: aborts the signal at the deadline
async function timeout(work, ms) {
  const { signal } = new AbortController()
  let timer
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('timed out', 'TimeoutError')), ms)
  })
  try {
    return await Promise.race([typeof work === 'function' ? work(signal) : work, deadline])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { timeout }
