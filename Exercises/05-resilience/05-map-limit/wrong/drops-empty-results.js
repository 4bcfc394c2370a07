// SPDX-License-Identifier: MIT
// fails: works for other lists, too
async function mapLimit(items, limit, fn) {
  const results = []
  let next = 0
  let hasFailed = false
  const worker = async () => {
    while (next < items.length && !hasFailed) {
      const index = next++
      try {
        results[index] = await fn(items[index], index)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results.filter(Boolean)
}

module.exports = { mapLimit }
