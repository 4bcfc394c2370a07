// SPDX-License-Identifier: MIT
// fails: starts no more calls after a failure
async function mapLimit(items, limit, fn) {
  const results = new Array(items.length)
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await fn(items[index], index)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

module.exports = { mapLimit }
