// SPDX-License-Identifier: MIT
// Everything in the executor of one promise, and one function for every way out.
class TimeoutError extends Error {
  get name() {
    return 'TimeoutError'
  }
}

function fetchJSON(fetch, url, options) {
  const { signal: outer, timeoutMs, retries } = { retries: 0, ...options }
  return new Promise((resolve, reject) => {
    if (outer && outer.aborted) return reject(outer.reason)
    const inner = new AbortController()
    let timer
    let left = retries
    const leave = () => stop(outer.reason)
    const end = (settle) => (outcome) => {
      clearTimeout(timer)
      if (outer) outer.removeEventListener('abort', leave)
      settle(outcome)
    }
    const fail = end(reject)
    const stop = (reason) => {
      left = 0
      inner.abort(reason)
      fail(reason)
    }
    const ask = () =>
      fetch(url, { signal: inner.signal }).then(
        (answer) => {
          if (answer.ok) return answer.json()
          throw new Error('the server said ' + answer.status)
        },
        (error) => {
          if (left-- > 0) return ask()
          throw error
        },
      )
    if (timeoutMs !== undefined) timer = setTimeout(() => stop(new TimeoutError(`${timeoutMs} ms are over`)), timeoutMs)
    if (outer) outer.addEventListener('abort', leave, { once: true })
    ask().then(end(resolve), fail)
  })
}

module.exports = { fetchJSON }
