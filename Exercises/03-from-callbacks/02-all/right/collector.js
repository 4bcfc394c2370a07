// SPDX-License-Identifier: MIT
class Collector {
  #values = []
  #expected = 0
  #arrived = 0
  #isComplete = false

  constructor() {
    this.promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }))
  }

  add(input) {
    const place = this.#expected++
    const follow = async () => this.#take(place, await input)
    follow().catch(this.reject)
  }

  complete() {
    this.#isComplete = true
    this.#look()
    return this.promise
  }

  #take(place, value) {
    this.#values[place] = value
    this.#arrived += 1
    this.#look()
  }

  #look() {
    if (this.#isComplete && this.#arrived === this.#expected) this.resolve(this.#values)
  }
}

module.exports = {
  all(inputs) {
    const collector = new Collector()
    try {
      for (const input of inputs) collector.add(input)
    } catch (error) {
      collector.reject(error)
    }
    return collector.complete()
  },
}
