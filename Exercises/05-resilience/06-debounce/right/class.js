// SPDX-License-Identifier: MIT
class Debouncer {
  #timer = null

  constructor(fn, waitMs) {
    this.fn = fn
    this.waitMs = waitMs
  }

  call(args) {
    this.cancel()
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.fn(...args)
    }, this.waitMs)
    this.args = args
  }

  cancel() {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  flush() {
    if (this.#timer === null) return
    this.cancel()
    this.fn(...this.args)
  }
}

function debounce(fn, waitMs) {
  const debouncer = new Debouncer(fn, waitMs)
  const debounced = (...args) => debouncer.call(args)
  debounced.cancel = () => debouncer.cancel()
  debounced.flush = () => debouncer.flush()
  return debounced
}

module.exports = { debounce }
