// SPDX-License-Identifier: MIT
async function mapLimit(items, limit, fn) {
  const list = [...items]
  const results = new Array(list.length)
  let next = 0
  let hasFailed = false

  async function worker() {
    while (!hasFailed && next < list.length) {
      const index = next++
      try {
        results[index] = await fn(list[index], index)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }

  const workers = Math.min(limit, list.length)
  await Promise.all(Array.from({ length: workers }, worker))
  return results
}

module.exports = { mapLimit }
