// SPDX-License-Identifier: MIT
// The shape of the libraries with a class: the count of holders, a queue of waiters, tokens.
class Sema {
  constructor(capacity) {
    this.capacity = capacity
    this.taken = 0
    this.waiters = []
  }

  tryAcquire() {
    if (this.taken >= this.capacity) return undefined
    this.taken++
    return this.token()
  }

  async acquire() {
    const token = this.tryAcquire()
    if (token) return token
    await new Promise((resolve) => this.waiters.push({ resolve }))
    // Whoever woke us has left the count as it is, on our behalf.
    return this.token()
  }

  token() {
    let used = false
    return () => {
      if (used) return
      used = true
      if (this.waiters.length > 0) this.waiters.shift().resolve()
      else this.taken--
    }
  }

  async run(fn) {
    const release = await this.acquire()
    try {
      const value = await fn()
      return value
    } finally {
      release()
    }
  }
}

module.exports = { semaphore: (permits) => new Sema(permits) }
