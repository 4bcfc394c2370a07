// SPDX-License-Identifier: MIT
// No clock: after each run there is a rest, and what was kept at its end runs and leads to another rest.
class Throttle {
  #rest
  #kept

  constructor(fn, intervalMs, { trailing = true } = {}) {
    Object.assign(this, { fn, intervalMs, trailing })
  }

  call(args) {
    if (this.#rest) this.#kept = this.trailing ? args : undefined
    else this.#run(args)
  }

  #run(args) {
    this.#kept = undefined
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      if (this.#kept) this.#run(this.#kept)
    }, this.intervalMs)
    this.fn(...args)
  }

  cancel() {
    clearTimeout(this.#rest)
    this.#rest = this.#kept = undefined
  }
}

function throttle(fn, intervalMs, options) {
  const instance = new Throttle(fn, intervalMs, options)
  return Object.assign((...args) => instance.call(args), { cancel: () => instance.cancel() })
}

module.exports = { throttle }
