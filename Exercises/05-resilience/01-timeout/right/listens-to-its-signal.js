// SPDX-License-Identifier: MIT
// The signal itself is the alarm: the caller's promise listens to it like the work does.
class Deadline {
  constructor(ms) {
    this.controller = new AbortController()
    if (ms === Infinity) return
    this.timer = setTimeout(() => {
      this.controller.abort(Object.assign(new Error('too late'), { name: 'TimeoutError', code: 'ETIMEDOUT' }))
    }, ms)
  }

  get signal() {
    return this.controller.signal
  }

  guard(promise) {
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(this.signal.reason)
      const over = (settle) => (value) => {
        clearTimeout(this.timer)
        this.signal.removeEventListener('abort', onAbort)
        settle(value)
      }
      this.signal.addEventListener('abort', onAbort)
      promise.then(over(resolve), over(reject))
    })
  }
}

function timeout(work, ms) {
  const deadline = new Deadline(ms)
  const call = async () => (typeof work === 'function' ? work(deadline.signal) : work)
  return deadline.guard(call())
}

module.exports = { timeout }
