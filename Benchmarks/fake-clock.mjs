// SPDX-License-Identifier: MIT

// Time for tests of Node's own runner.

import assert from 'node:assert/strict'
import { promisify } from 'node:util'

/** Waits until all promise jobs and ticks have run: the event loop gets to its immediates only then. */
export const drain = () => new Promise((resolve) => setImmediate(resolve))

/**
 * Time that passes only when a test says so. The runner's own mock timers fire all that is due in one go; here the
 * promise jobs that a timer sets off run before the next timer, as they do in Node.
 */
export class FakeClock {
  // Timers that wait for each other for ever would keep a test running for ever.
  static mostTimers = 10_000
  // A process is never at 0 when it runs a test: a moment that counts as false would be news to a submission.
  static startOfProcess = 25
  static epoch = Date.UTC(2024, 0, 1)

  now = 0
  timers = []
  fired = 0

  install() {
    const { setTimeout, clearTimeout } = globalThis
    const { now } = Date
    const set = (callback, ms, ...args) => this.set(callback, Math.max(1, Math.trunc(ms) || 1), args)
    set[promisify.custom] = (ms, value) => new Promise((resolve) => set(resolve, ms, value))
    globalThis.setTimeout = set
    globalThis.clearTimeout = (timer) => { this.timers = this.timers.filter((each) => each !== timer) }
    Date.now = () => FakeClock.epoch + this.now
    // The real one is the prototype's.
    performance.now = () => FakeClock.startOfProcess + this.now
    this.uninstall = () => {
      Object.assign(globalThis, { setTimeout, clearTimeout })
      Date.now = now
      delete performance.now
    }
  }

  set(callback, ms, args = []) {
    const timer = { callback, args, due: this.now + ms, ref: () => timer, unref: () => timer }
    this.timers.push(timer)
    // Stable: of two that are due together, the one set first is first.
    this.timers.sort((first, second) => first.due - second.due)
    return timer
  }

  after(ms) {
    return new Promise((resolve) => this.set(resolve, ms))
  }

  async fireNext() {
    this.fired += 1
    assert.ok(this.fired <= FakeClock.mostTimers, 'there is no end of timers')
    const { callback, args, due } = this.timers.shift()
    this.now = due
    callback(...args)
    await drain()
  }

  /** Lets so many milliseconds pass. */
  async advance(ms) {
    const end = this.now + ms
    await drain()
    while (this.timers[0]?.due <= end) await this.fireNext()
    this.now = end
  }

  /** Lets everything that was begun come to its end. */
  async runAll() {
    await drain()
    while (this.timers.length > 0) await this.fireNext()
  }

  /** Lets time pass until a promise is settled, and not a millisecond longer. */
  async until(promise) {
    assert.equal(typeof promise?.then, 'function', 'a promise was expected')
    let isSettled = false
    const settle = () => { isSettled = true }
    promise.then(settle, settle)
    await drain()
    while (!isSettled) {
      assert.ok(this.timers.length > 0, 'the promise never settles')
      await this.fireNext()
    }
  }

  /** What a promise is settled with, however long that takes. */
  async outcome(promise) {
    await this.until(promise)
    return promise
  }
}
