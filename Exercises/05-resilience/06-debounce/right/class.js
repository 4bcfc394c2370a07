// SPDX-License-Identifier: MIT
class Debouncer {
  #timer = null

  #limit = null

  constructor(fn, waitMs, maxWaitMs) {
    this.fn = fn
    this.waitMs = waitMs
    this.maxWaitMs = maxWaitMs
  }

  call(args) {
    clearTimeout(this.#timer)
    this.args = args
    this.#timer = setTimeout(() => this.flush(), this.waitMs)
    if (this.maxWaitMs > 0 && this.#limit === null) this.#limit = setTimeout(() => this.flush(), this.maxWaitMs)
  }

  cancel() {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#limit !== null) clearTimeout(this.#limit)
    this.#timer = this.#limit = null
  }

  flush() {
    if (this.#timer === null) return
    this.cancel()
    this.fn(...this.args)
  }
}

function debounce(fn, waitMs, options) {
  const debouncer = new Debouncer(fn, waitMs, options?.maxWaitMs)
  const debounced = (...args) => debouncer.call(args)
  debounced.cancel = () => debouncer.cancel()
  debounced.flush = () => debouncer.flush()
  return debounced
}

module.exports = { debounce }
