// SPDX-License-Identifier: MIT
// A retry that knows no circuit, inside a breaker that knows no attempts. The circuit's clock is a timer.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function retrying(action, maxAttempts, baseDelayMs) {
  return async function (...args) {
    let delay = baseDelayMs
    let left = maxAttempts
    while (true) {
      left -= 1
      try {
        return await action.apply(this, args)
      } catch (reason) {
        if (left === 0) throw reason
      }
      await sleep(delay)
      delay += delay
    }
  }
}

class Breaker {
  constructor(action, { threshold, rest, tell }) {
    this.action = action
    this.threshold = threshold
    this.rest = rest
    this.tell = tell
    this.period = { failed: 0, gate: 'closed' }
  }

  // Each period has an object of its own; a call reports to the one in which it began.
  close() {
    this.period = { failed: 0, gate: 'closed' }
    this.tell('closed')
  }

  open() {
    const period = { gate: 'open' }
    this.period = period
    this.tell('open')
    setTimeout(() => {
      period.gate = 'half-open'
      this.tell('half-open')
    }, this.rest)
  }

  async fire(...args) {
    const period = this.period
    if (period.gate === 'open' || period.probing) {
      const error = new Error('Breaker is open')
      error.name = 'CircuitOpenError'
      error.code = 'EOPENBREAKER'
      throw error
    }
    period.probing = period.gate === 'half-open'
    const isProbe = period.probing
    try {
      const result = await this.action(...args)
      if (this.period === period) isProbe ? this.close() : (period.failed = 0)
      return result
    } catch (reason) {
      if (this.period === period && (isProbe || ++period.failed >= this.threshold)) this.open()
      throw reason
    }
  }
}

function withRetry(fn, options) {
  const {
    maxAttempts = 3, baseDelayMs = 100, failureThreshold = 5, resetAfterMs = 30_000, onStateChange = () => {},
  } = options ?? {}
  const breaker = new Breaker(retrying(fn, maxAttempts, baseDelayMs), {
    threshold: failureThreshold, rest: resetAfterMs, tell: onStateChange,
  })
  return (...args) => breaker.fire(...args)
}

module.exports = { withRetry }
