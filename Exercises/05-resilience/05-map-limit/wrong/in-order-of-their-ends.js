// SPDX-License-Identifier: MIT
// fails: gives the results in the order of the items
async function mapLimit(items, limit, fn) {
  const results = []
  let next = 0
  let hasFailed = false
  const worker = async () => {
    while (next < items.length && !hasFailed) {
      const index = next++
      try {
        results.push(await fn(items[index], index))
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
