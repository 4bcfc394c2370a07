// SPDX-License-Identifier: MIT
// fails: calls the function with item and index, in order
async function mapLimit(items, limit, fn) {
  const results = new Array(items.length)
  let next = 0
  let hasFailed = false
  const worker = async () => {
    while (next < items.length && !hasFailed) {
      const index = next++
      try {
        results[index] = await fn(items[index])
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
