// SPDX-License-Identifier: MIT
// The shape of the breakers of Node's libraries: an emitter with events, around a function with callbacks.
const { EventEmitter } = require('node:events')

class Circuit extends EventEmitter {
  #state = 'closed'
  #count = 0
  #epoch = 0
  #probing = false

  constructor(run, failureThreshold, resetAfterMs) {
    super()
    this.run = run
    this.on('open', () => {
      this.#epoch++
      this.#probing = false
      setTimeout(() => this.#enter('half-open'), resetAfterMs)
    })
    this.on('closed', () => {
      this.#count = 0
      this.#probing = false
      this.#epoch++
    })
    this.on('failure', () => {
      if (this.#state === 'half-open' || ++this.#count >= failureThreshold) this.#enter('open')
    })
    this.on('success', () => {
      if (this.#state === 'half-open') this.#enter('closed')
      this.#count = 0
    })
  }

  #enter(state) {
    this.#state = state
    this.emit(state)
  }

  call(args, done) {
    if (this.#state === 'open' || this.#probing) {
      return queueMicrotask(() => done({ reason: Object.assign(new Error('open'), { name: 'CircuitOpenError' }) }))
    }
    const isProbe = this.#state === 'half-open'
    this.#probing = isProbe
    const epoch = this.#epoch
    this.run(args, (outcome) => {
      if (epoch === this.#epoch) this.emit('reason' in outcome ? 'failure' : 'success')
      done(outcome)
    })
  }
}

function withRetry(fn, options = {}) {
  const { maxAttempts = 3, baseDelayMs = 100, failureThreshold = 5, resetAfterMs = 30_000 } = options
  const run = (args, done) => {
    const begin = (number) => {
      (async () => fn(...args))().then((value) => done({ value }), (reason) => {
        if (number >= maxAttempts) return done({ reason })
        setTimeout(begin, baseDelayMs * 2 ** (number - 1), number + 1)
      })
    }
    begin(1)
  }
  const circuit = new Circuit(run, failureThreshold, resetAfterMs)
  if (options.onStateChange) {
    for (const state of ['open', 'half-open', 'closed']) circuit.on(state, () => options.onStateChange(state))
  }
  return (...args) => new Promise((resolve, reject) => {
    circuit.call(args, (outcome) => ('reason' in outcome ? reject(outcome.reason) : resolve(outcome.value)))
  })
}

module.exports = { withRetry }
