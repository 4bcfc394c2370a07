// SPDX-License-Identifier: MIT
// fails: rejects at the first failure, with its very error
async function mapLimit(items, limit, fn) {
  const results = new Array(items.length)
  const failures = []
  let next = 0
  const worker = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next++
      try {
        results[index] = await fn(items[index], index)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}

module.exports = { mapLimit }
