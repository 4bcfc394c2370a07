// SPDX-License-Identifier: MIT
// fails: calls the function with item and index, in order
async function mapLimit(items, limit, fn) {
  const list = Array.isArray(items) ? items : [...items]
  const results = []
  let next = 0
  let hasFailed = false

  async function worker() {
    while (!hasFailed && list.length > 0) {
      const index = next++
      try {
        results[index] = await fn(list.shift(), index)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }

  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

module.exports = { mapLimit }
