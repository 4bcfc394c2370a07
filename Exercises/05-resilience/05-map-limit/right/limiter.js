// SPDX-License-Identifier: MIT
// The shape of the limiting libraries: a queue that lets so many through, and Promise.all around it.
class Limiter {
  #active = 0
  #queue = []
  #isClosed = false

  constructor(concurrency) {
    this.concurrency = concurrency
  }

  async #enter() {
    if (this.#active < this.concurrency) {
      this.#active++
      return
    }
    await new Promise((resolve) => this.#queue.push(resolve))
  }

  #leave() {
    const next = this.#queue.shift()
    if (next) next()
    else this.#active--
  }

  close() {
    this.#isClosed = true
  }

  async schedule(fn) {
    await this.#enter()
    if (this.#isClosed) return undefined
    try {
      return await fn()
    } catch (error) {
      this.close()
      throw error
    } finally {
      this.#leave()
    }
  }
}

async function mapLimit(items, limit, fn) {
  const limiter = new Limiter(limit)
  return Promise.all(Array.from(items, (item, index) => limiter.schedule(() => fn(item, index))))
}

module.exports = { mapLimit }
