// SPDX-License-Identifier: MIT
// fails: starts the next one whenever one has ended
// Worker k gets the items k, k + limit, k + 2 × limit … however long they take.
async function mapLimit(items, limit, fn) {
  const results = new Array(items.length)
  let hasFailed = false
  const worker = async (_, offset) => {
    for (let index = offset; index < items.length && !hasFailed; index += limit) {
      try {
        results[index] = await fn(items[index], index)
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
