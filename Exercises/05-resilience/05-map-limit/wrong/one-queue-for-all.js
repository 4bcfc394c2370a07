// SPDX-License-Identifier: MIT
// fails: has as many under way as it may
let running = 0
const waiting = []

async function mapLimit(items, limit, fn) {
  let hasFailed = false

  async function call(item, index) {
    while (running >= limit) await new Promise((resolve) => waiting.push(resolve))
    if (hasFailed) return waiting.shift()?.()
    running++
    try {
      return await fn(item, index)
    } catch (error) {
      hasFailed = true
      throw error
    } finally {
      running--
      waiting.shift()?.()
    }
  }

  return Promise.all(Array.from(items, call))
}

module.exports = { mapLimit }
