// SPDX-License-Identifier: MIT
class Request {
  #controller = new AbortController()
  #cleanups = []

  constructor(fetch, url) {
    this.fetch = () => fetch(url, { signal: this.#controller.signal })
    this.stopped = new Promise((_, reject) => {
      this.stop = (reason) => {
        this.#controller.abort(reason)
        reject(reason)
      }
    })
  }

  stopsWith(signal) {
    const listener = () => this.stop(signal.reason)
    signal.addEventListener('abort', listener)
    this.#cleanups.push(() => signal.removeEventListener('abort', listener))
  }

  stopsAfter(ms) {
    const error = new Error(`stopped after ${ms} ms`)
    error.name = 'TimeoutError'
    const timer = setTimeout(() => this.stop(error), ms)
    this.#cleanups.push(() => clearTimeout(timer))
  }

  answer(retries) {
    if (retries === 0) return this.fetch()
    return this.fetch().catch((error) => {
      if (this.#controller.signal.aborted) throw error
      return this.answer(retries - 1)
    })
  }

  data(retries) {
    const found = this.answer(retries).then((answer) =>
      answer.ok ? answer.json() : Promise.reject(new Error(`status: ${answer.status}`)),
    )
    return Promise.race([this.stopped, found]).finally(() => this.#cleanups.forEach((cleanup) => cleanup()))
  }
}

function fetchJSON(fetch, url, { signal, timeoutMs, retries = 0 } = {}) {
  if (signal?.aborted) return Promise.reject(signal.reason)
  const request = new Request(fetch, url)
  if (signal) request.stopsWith(signal)
  if (timeoutMs) request.stopsAfter(timeoutMs)
  return request.data(retries)
}

module.exports = { fetchJSON }
