// SPDX-License-Identifier: MIT
// fails: a second failure disturbs nobody
// The workers are awaited one after the other: nobody listens to the later ones when an earlier one fails.
async function mapLimit(items, limit, fn) {
  const results = new Array(items.length)
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
  for (const work of Array.from({ length: limit }, worker)) await work
  return results
}

module.exports = { mapLimit }
