// SPDX-License-Identifier: MIT
// The shape of the older libraries: an operation that knows its waits beforehand, and callbacks.
class Operation {
  #waits = []
  #number = 0

  constructor({ attempts = 3, baseDelayMs = 100, maxDelayMs } = {}) {
    for (let index = 0; index < attempts - 1; index++) {
      const wait = baseDelayMs * Math.pow(2, index)
      this.#waits.push(maxDelayMs === undefined ? wait : Math.min(wait, maxDelayMs))
    }
  }

  attempt(callback) {
    this.callback = callback
    this.#run()
  }

  /** True if there is going to be another attempt. */
  retry() {
    const wait = this.#waits.shift()
    if (wait === undefined) return false
    this.timer = setTimeout(() => this.#run(), wait)
    return true
  }

  stop() {
    this.#waits = []
    clearTimeout(this.timer)
  }

  #run() {
    this.callback(++this.#number)
  }
}

function retry(fn, options) {
  const operation = new Operation(options)
  const isListed = (error) => !options?.retryOn || new Set(options.retryOn).has(error?.code)
  const signal = options?.signal
  let onAbort
  const promise = new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    onAbort = () => {
      operation.stop()
      reject(signal.reason)
    }
    signal?.addEventListener('abort', onAbort)
    operation.attempt(async (number) => {
      try {
        resolve(await fn(number))
      } catch (error) {
        if (!isListed(error) || !operation.retry()) reject(error)
      }
    })
  })
  return promise.finally(() => signal?.removeEventListener('abort', onAbort))
}

module.exports = { retry }
