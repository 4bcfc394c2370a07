// SPDX-License-Identifier: MIT
// No async function anywhere: recursion over promises, and a state machine with one function for each state.
function withRetry(fn, options) {
  const settings = Object.assign(
    { maxAttempts: 3, baseDelayMs: 100, failureThreshold: 5, resetAfterMs: 30000, onStateChange() {} }, options)

  function attempt(args, number) {
    return new Promise((resolve) => resolve(fn(...args))).catch((error) => {
      if (number === settings.maxAttempts) throw error
      return new Promise((resolve) => {
        setTimeout(resolve, settings.baseDelayMs * Math.pow(2, number - 1))
      }).then(() => attempt(args, number + 1))
    })
  }

  function refuse() {
    const error = new Error('not now')
    error.name = 'CircuitOpenError'
    return Promise.reject(error)
  }

  function closed() {
    let inARow = 0
    const handle = (args) => attempt(args, 1).then((value) => {
      inARow = 0
      return value
    }, (error) => {
      inARow += 1
      if (current === handle && inARow >= settings.failureThreshold) enter(open(), 'open')
      throw error
    })
    return handle
  }

  function open() {
    const until = Date.now() + settings.resetAfterMs
    return (args) => {
      if (Date.now() < until) return refuse()
      enter(refuse, 'half-open')
      return attempt(args, 1).then((value) => {
        enter(closed(), 'closed')
        return value
      }, (error) => {
        enter(open(), 'open')
        throw error
      })
    }
  }

  let current = closed()
  function enter(next, name) {
    current = next
    settings.onStateChange(name)
  }

  return (...args) => current(args)
}

module.exports = { withRetry }
