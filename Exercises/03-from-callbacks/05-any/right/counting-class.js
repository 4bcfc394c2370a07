// SPDX-License-Identifier: MIT
class Hopes {
  #errors = new Map()
  #count = 0
  #isOpen = true

  constructor(resolve, reject) {
    this.resolve = resolve
    this.reject = reject
  }

  async watch(input) {
    const place = this.#count++
    try {
      this.resolve(await input)
    } catch (reason) {
      this.#errors.set(place, reason)
      this.#look()
    }
  }

  close() {
    this.#isOpen = false
    this.#look()
  }

  #look() {
    if (this.#isOpen || this.#errors.size < this.#count) return
    const places = [...this.#errors.keys()].sort((a, b) => a - b)
    this.reject(new AggregateError(places.map((place) => this.#errors.get(place))))
  }
}

function any(inputs) {
  return new Promise((resolve, reject) => {
    const hopes = new Hopes(resolve, reject)
    for (const input of inputs) hopes.watch(input)
    hopes.close()
  })
}

module.exports = { any }
