// SPDX-License-Identifier: MIT
// fails: starts no more calls after a failure
async function mapLimit(items, limit, fn) {
  const list = [...items]
  const results = new Array(list.length)
  let next = 0
  let failure

  async function worker() {
    while (!failure && next < list.length) {
      const index = next++
      try {
        results[index] = await fn(list[index], index)
      } catch (error) {
        failure = error
        throw error
      }
    }
  }

  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

module.exports = { mapLimit }
